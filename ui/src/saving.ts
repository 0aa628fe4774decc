/** Pages and pictures that are saved where a person says: what is said afterwards. */
import type { Answered } from './asked.svelte'
import { openMap } from './openMap.svelte'
import { text } from './text'
import { toasts } from './toasts.svelte'

/** Says where a file is now, or why it is not; a dialog that was closed says nothing. */
export async function tellSaved(saving: Promise<Answered<string | null>>): Promise<void> {
  const answer = await saving
  if (answer.status === 'error') openMap.onrefused(answer.error)
  else if (answer.data) toasts.say(text('window-saved-as', { file: answer.data }))
}

/** Taking changes back and bringing them back, and news that can be taken back. */
import { announcer } from './announcer.svelte'
import { openMap } from './openMap.svelte'
import { text } from './text'
import { toasts } from './toasts.svelte'

/** Takes the newest change back, and says which. */
export async function undo(): Promise<void> {
  const what = openMap.undoes ?? ''
  if (await openMap.undo()) announcer.say(text('window-undone', { what }))
}

/** Brings the newest change that was taken back back again, and says which. */
export async function redo(): Promise<void> {
  const what = openMap.redoes ?? ''
  if (await openMap.redo()) announcer.say(text('window-redone', { what }))
}

/** News of the newest change; its button takes that one back, and no other that came since. */
export function tellOf(sentence: string): void {
  const what = openMap.undoes
  const run = () => {
    if (openMap.undoes === what) void undo()
  }
  toasts.say(sentence, 'news', { label: text('window-undo'), run })
}

/** Links, which open outside of this window and only on request. */
import { commands } from '../bindings'
import { openMap } from '../openMap.svelte'

/** Opens a page or a mail address. */
export async function follow(url: string): Promise<void> {
  const answer = await commands.openLink(url)
  if (answer.status === 'error') openMap.onrefused(answer.error)
}

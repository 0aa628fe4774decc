/** What is offered after a list came in. */
import { commands } from '../bindings'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'
import { toasts } from '../toasts.svelte'

/** Where most of what is left looks like tasks, its sorting is offered; says whether it was. */
export async function offerSorting(): Promise<boolean> {
  const answer = await commands.sorting()
  if (answer.status === 'error' || !answer.data.mostlyTasks) return false
  toasts.say(text('sort-offer', { count: answer.data.left.length }), 'news', {
    label: text('sort-offer-yes'),
    run: () => sheets.show({ is: 'sorting' }),
  })
  return true
}

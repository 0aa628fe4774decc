/** The pages of a Sprint: days as people say them, and the page as a file. */
import { commands, type SprintId } from '../bindings'
import { tellSaved } from '../saving'

/** A day of a year, month and day: read as it stands, whatever the hour here. */
const dateOf = (iso: string) => new Date(`${iso}T12:00:00`)

/** "Friday". */
export function weekday(iso: string): string {
  return dateOf(iso).toLocaleDateString('en', { weekday: 'long' })
}

/** "6 November". */
export function day(iso: string): string {
  return dateOf(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
}

/** Saves the demo list, or the Sprint Backlog, as Markdown. */
export function savePage(sprint: SprintId, isDemo: boolean): Promise<void> {
  return tellSaved(commands.saveSprintPage(sprint, isDemo))
}

/** Which sheet takes the whole window, if any. A sheet changes nothing by being open or shut. */
import type { GoalId, GoalState, SliceId, SprintId } from '../bindings'

/** How a Product Goal ends. */
export type GoalEnd = Extract<GoalState, 'reached' | 'abandoned'>

/** A sheet, and what it is of. */
export type Sheet =
  | { readonly is: 'sorting' }
  | { readonly is: 'transparency' }
  | { readonly is: 'increments' }
  | { readonly is: 'handover'; readonly goal: GoalId; readonly ends: GoalEnd }
  | { readonly is: 'pulling'; readonly sprint: SprintId }
  | { readonly is: 'demo'; readonly sprint: SprintId }
  | { readonly is: 'sprint-backlog'; readonly sprint: SprintId }
  | { readonly is: 'walk'; readonly slice: SliceId }

class Sheets {
  open = $state.raw<Sheet | null>(null)

  show(sheet: Sheet): void {
    this.open = sheet
  }

  close(): void {
    this.open = null
  }
}

/** Those of this window. */
export const sheets = new Sheets()

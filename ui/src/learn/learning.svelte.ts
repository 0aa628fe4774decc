/** What is asked about Increments, feedback and Sprints just now, in a dialog. */
import type { IncrementId, ItemId, SprintId, Wanted } from '../bindings'

/** Of what somebody said something. */
export interface SaidOf {
  readonly name: string
  readonly item?: ItemId
  readonly increment?: IncrementId
}

export type Asked =
  | { readonly is: 'record'; readonly wanted: Wanted }
  | { readonly is: 'sprint-ends'; readonly sprint: SprintId }
  | { readonly is: 'feedback'; readonly of: SaidOf }
  | { readonly is: 'periods' }

class Learning {
  asked = $state.raw<Asked | null>(null)

  ask(asked: Asked): void {
    this.asked = asked
  }

  close(): void {
    this.asked = null
  }
}

/** The one of this window. */
export const learning = new Learning()

/** Whatever fits. */
export const ANY: Wanted = { items: [], slice: null, sprint: null }

/** What is being written in this window: one field at a time. */
import type { ActivityId, StepId } from '../bindings'
import type { Spot } from './spots'

/**
 * A field that is open. `first` is what was typed before it was there; `refused`: it could not be kept as
 * it is, and why was said.
 */
export type Open =
  | { what: 'rename'; spot: Spot; first?: string; refused?: true }
  | { what: 'map-name' }
  | { what: 'new-card'; band: string; step: StepId | null; first: string; refused?: true }
  | { what: 'new-activity'; first?: string; refused?: true }
  | {
      what: 'new-step'
      activity: ActivityId
      before: StepId | null
      first?: string
      refused?: true
    }
  | { what: 'new-slice'; first?: string; refused?: true }
  | { what: 'new-goal'; first?: string; refused?: true }
  /** The box of a workshop, from which cards go into the cell in focus. */
  | { what: 'capture' }

class Editing {
  open = $state.raw<Open | null>(null)

  readonly newCard = $derived(this.open?.what === 'new-card' ? this.open : null)

  /** Whether the name of a spot is being written. */
  renames(on: Spot['on'], id: string): boolean {
    if (this.open?.what !== 'rename') return false
    const { spot } = this.open
    if (spot.on !== on) return false
    return ('id' in spot && spot.id === id) || ('band' in spot && spot.band === id)
  }

  /** Whether what stands in the open field was refused. */
  readonly refused = $derived(this.open !== null && 'refused' in this.open)

  /** What stands in the open field at first: what was typed already, else the name as it is. */
  worded(name = ''): string {
    return (this.open && 'first' in this.open ? this.open.first : undefined) ?? name
  }

  /** Opens a field again with the words that were refused, unless the hand is in another one by now. */
  reopen(open: Open): void {
    if (!this.open) this.open = open
  }

  start(open: Open): void {
    this.open = open
  }

  stop(): void {
    this.open = null
  }
}

/** The one of this window. */
export const editing = new Editing()

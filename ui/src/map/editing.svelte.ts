/** What is being written in this window: one field at a time. */
import type { ActivityId, StepId } from '../bindings'
import type { Spot } from './spots'

/** A field that is open. `first` is what was typed before it was there. */
export type Open =
  | { what: 'rename'; spot: Spot }
  | { what: 'map-name' }
  | { what: 'new-card'; band: string; step: StepId | null; first: string }
  | { what: 'new-activity' }
  | { what: 'new-step'; activity: ActivityId; before: StepId | null }
  | { what: 'new-slice' }
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

  start(open: Open): void {
    this.open = open
  }

  stop(): void {
    this.open = null
  }
}

/** The one of this window. */
export const editing = new Editing()

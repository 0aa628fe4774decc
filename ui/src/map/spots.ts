/** The spots of the map that the keyboard can be on: one at a time has the focus. */
import type { ActivityId, CardId, GoalId, StepId } from '../bindings'

/** Where the keyboard is. Bands are keys (`map/keys.ts`). */
export type Spot =
  | { on: 'card'; id: CardId }
  | { on: 'cell'; band: string; step: StepId | null }
  | { on: 'head'; band: string }
  | { on: 'activity'; id: ActivityId }
  | { on: 'step'; id: StepId }
  | { on: 'goal'; id: GoalId }
  /** Behind the cards that a cell of Later shows. */
  | { on: 'more'; step: StepId | null }
  | { on: 'across' | 'add-activity' | 'add-slice' | 'add-goal' }

/** A spot as text: what stands in `data-spot` of its element. */
export function spotKey(spot: Spot): string {
  switch (spot.on) {
    case 'cell':
      return `cell ${spot.band}/${spot.step ?? 'across'}`
    case 'more':
      return `more ${spot.step ?? 'across'}`
    case 'head':
      return `head ${spot.band}`
    case 'card':
    case 'activity':
    case 'step':
    case 'goal':
      return `${spot.on} ${spot.id}`
    default:
      return spot.on
  }
}

/** The spot of an element, or of what it stands in; `null` beside all spots. */
export function spotOf(element: Element): Spot | null {
  const marked = element.closest<HTMLElement>('[data-spot]')?.dataset.spot
  const [on, rest = ''] = marked?.split(' ') ?? []
  switch (on) {
    case 'card':
    case 'activity':
    case 'step':
    case 'goal':
      return { on, id: rest }
    case 'head':
      return { on, band: rest }
    case 'more':
      return { on, step: rest === 'across' ? null : rest }
    case 'cell': {
      const [band = '', step] = rest.split('/')
      return { on, band, step: step === undefined || step === 'across' ? null : step }
    }
    case 'across':
    case 'add-activity':
    case 'add-slice':
    case 'add-goal':
      return { on }
    default:
      return null
  }
}

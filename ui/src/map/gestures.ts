/** What a hand did, as an `Edit`. */
import type { Band, CardId, Edit, Face, Place, StepId } from '../bindings'
import type { Spot } from './spots'

/** Where cards are let go: in a cell, before the card at `index` (`step: null` is Across), or in the tray. */
export type Target = CellTarget | { readonly on: 'tray' }

/** `head`: they are held over the band's head, not over the map. */
export interface CellTarget {
  readonly on: 'cell'
  readonly band: Band
  readonly step: StepId | null
  readonly index: number
  readonly head: boolean
}

/** The place at the end of a cell, or in front of a PBI in it. */
export function placeIn(band: Band, step: StepId | null, before: CardId | null = null): Place {
  return { step, slice: band.type === 'slice' ? band.slice : null, before }
}

/**
 * The edits of letting cards go. `there` are the cards of the cell now. PBIs come before tasks: a task
 * on the map has the place of its PBI, so it is pulled into the band only.
 */
export function letGo(
  cards: readonly CardId[],
  target: Target,
  there: readonly CardId[],
  face: (card: CardId) => Face | undefined,
): Edit[] {
  const isTask = (card: CardId) => face(card)?.isTask ?? false
  const items = cards.filter((card) => !isTask(card))
  const tasks = cards.filter(isTask)
  const edits: Edit[] = []
  if (items.length > 0) {
    const to =
      target.on === 'tray'
        ? { step: null, slice: null, before: null }
        : placeIn(target.band, target.step, itemFrom(there, target.index, items, isTask))
    edits.push({ type: 'moveItems', items, to })
  }
  if (tasks.length > 0) {
    const slice = target.on === 'cell' && target.band.type === 'slice' ? target.band.slice : null
    edits.push({ type: 'pullTasks', tasks, slice })
  }
  return edits
}

/** The first card at or below an index that stays and is a PBI: only PBIs have an order in a cell. */
function itemFrom(
  there: readonly CardId[],
  index: number,
  moved: readonly CardId[],
  isTask: (card: CardId) => boolean,
): CardId | null {
  return there.slice(index).find((card) => !moved.includes(card) && !isTask(card)) ?? null
}

/** The edit that gives a spot another name; `null` for what has none. */
export function rename(
  spot: Spot,
  name: string,
  face: (card: CardId) => Face | undefined,
): Edit | null {
  switch (spot.on) {
    case 'card':
      return face(spot.id)?.isTask
        ? { type: 'renameTask', task: spot.id, title: name }
        : { type: 'changeItem', item: spot.id, title: name }
    case 'activity':
      return { type: 'renameActivity', activity: spot.id, title: name }
    case 'step':
      return { type: 'renameStep', step: spot.id, title: name }
    case 'head':
      return { type: 'changeSlice', slice: spot.band, name }
    default:
      return null
  }
}

/** The edits that remove cards. */
export function removeCards(
  cards: readonly CardId[],
  face: (card: CardId) => Face | undefined,
): Edit[] {
  const tasks = cards.filter((card) => face(card)?.isTask)
  const items = cards.filter((card) => !face(card)?.isTask)
  return [
    ...(items.length > 0 ? [{ type: 'removeItems', items } satisfies Edit] : []),
    ...(tasks.length > 0 ? [{ type: 'removeTasks', tasks } satisfies Edit] : []),
  ]
}

/** What a hand did, as an `Edit`. */
import type { Band, BandsBy, CardId, Edit, Face, Place, StepId } from '../bindings'
import type { Spot } from './spots'

/** The place at the end of a cell, or in front of a PBI in it. */
export function placeIn(band: Band, step: StepId | null, before: CardId | null = null): Place {
  return { step, slice: band.type === 'slice' ? band.slice : null, before }
}

/** Several edits as one change. */
export function together(edits: Edit[]): Edit | null {
  const [only] = edits
  return edits.length > 1 ? { type: 'together', edits } : (only ?? null)
}

/** Cards by what they are. */
export function sorted(cards: readonly CardId[], face: (card: CardId) => Face | undefined) {
  const references = cards.flatMap((card) => {
    const { reference } = face(card) ?? {}
    return reference ? [{ reference, step: reference.in }] : []
  })
  return {
    items: cards.filter((card) => !face(card)?.isTask && !face(card)?.reference),
    tasks: cards.filter((card) => face(card)?.isTask),
    references,
  }
}

/** The edit that gives a spot another name; `null` for what has none. */
export function rename(
  spot: Spot,
  name: string,
  face: (card: CardId) => Face | undefined,
  by: BandsBy = 'slices',
): Edit | null {
  switch (spot.on) {
    case 'card': {
      const { isTask, reference } = face(spot.id) ?? {}
      return isTask
        ? { type: 'renameTask', task: spot.id, title: name }
        : { type: 'changeItem', item: reference?.item ?? spot.id, title: name }
    }
    case 'activity':
      return { type: 'renameActivity', activity: spot.id, title: name }
    case 'step':
      return { type: 'renameStep', step: spot.id, title: name }
    case 'goal':
      return { type: 'changeGoal', goal: spot.id, title: name }
    case 'head':
      return by === 'sprints'
        ? { type: 'changeSprint', sprint: spot.band, name }
        : { type: 'changeSlice', slice: spot.band, name }
    default:
      return null
  }
}

/** The edit that removes cards; `null`: there are none. */
export function removeCards(
  cards: readonly CardId[],
  face: (card: CardId) => Face | undefined,
): Edit | null {
  const { items, tasks, references } = sorted(cards, face)
  return together([
    ...(items.length > 0 ? [{ type: 'removeItems', items } satisfies Edit] : []),
    ...(tasks.length > 0 ? [{ type: 'removeTasks', tasks } satisfies Edit] : []),
    ...references.map(
      ({ reference, step }) =>
        ({ type: 'removeReference', items: [reference.item], step }) satisfies Edit,
    ),
  ])
}

/** Cards that a hand lets go, as an `Edit`. */
import type { Band, BandsBy, CardId, Edit, Face, ItemId, SprintId, StepId } from '../bindings'
import { placeIn, sorted, together } from './gestures'
import type { Keys } from './hold'

/**
 * Where cards are let go: in a cell, before the card at `index` (`step: null` is Across), on a PBI
 * (tasks only), or in the tray.
 */
export type Target =
  | CellTarget
  | { readonly on: 'item'; readonly item: ItemId; readonly card: CardId }
  | { readonly on: 'tray' }

/** `head`: they are held over the band's head, not over the map. */
export interface CellTarget {
  readonly on: 'cell'
  readonly band: Band
  readonly step: StepId | null
  readonly index: number
  readonly head: boolean
}

/**
 * What letting go means: cards move into the cell, or (`refer`) stand in its step too, or (`keep`) go to
 * its band and keep their steps.
 */
export type How = 'move' | 'refer' | 'keep'

/** What the keys that are held make of it, and the place: over a head, only the band is named. */
export function howBy({ ctrl, alt }: Keys, target: Target | null): How {
  if (ctrl) return 'refer'
  const head = target?.on === 'cell' && target.head
  return alt || head ? 'keep' : 'move'
}

/** What has to be known of the map. */
export interface Around {
  /** The cards of the target cell now, and what is behind them. */
  readonly there: readonly CardId[]
  /** Cards that move elsewhere at the same time: nothing comes to lie in front of them. */
  readonly also?: ReadonlySet<CardId>
  readonly face: (card: CardId) => Face | undefined
  /** The step in which a card stands; `null`: none. */
  readonly stepOf: (card: CardId) => StepId | null
  readonly by: BandsBy
}

/** The edit of letting cards go; `null`: there is none. */
export function letGo(
  cards: readonly CardId[],
  target: Target,
  how: How,
  around: Around,
): Edit | null {
  const { items, tasks, references } = sorted(cards, around.face)
  if (target.on === 'item') {
    return tasks.length > 0 ? { type: 'moveTasks', tasks, item: target.item } : null
  }
  if (how === 'refer') {
    const all = [...items, ...references.map(({ reference }) => reference.item)]
    return target.on === 'cell' && target.step && all.length > 0
      ? { type: 'addReference', items: all, step: target.step }
      : null
  }
  const edits: Edit[] = []
  if (items.length > 0 && target.on === 'cell' && how === 'keep') {
    edits.push(...keepSteps(items, target.band, around))
  } else if (items.length > 0) edits.push(moveItems(items, target, around))
  // A task on the map has the place of its PBI, so it is pulled into the band only.
  if (tasks.length > 0) edits.push(pullTasks(tasks, target, around.by))
  // A reference goes into another step; its band is that of its PBI.
  for (const { reference, step } of how === 'keep' ? [] : references) {
    const items = [reference.item]
    if (target.on === 'cell' && target.step === step) continue
    edits.push({ type: 'removeReference', items, step })
    if (target.on === 'cell' && target.step) {
      edits.push({ type: 'addReference', items, step: target.step })
    }
  }
  return together(edits)
}

function moveItems(items: CardId[], target: Target, { there, also, face, by }: Around): Edit {
  if (target.on !== 'cell') {
    return { type: 'moveItems', items, to: { step: null, slice: null, before: null } }
  }
  const { band, step, index } = target
  // Only PBIs have an order in a cell: the first one at or below the place that stays.
  const isItem = (card: CardId) => !face(card)?.isTask && !face(card)?.reference
  const moved = new Set(items)
  const before =
    there.slice(index).find((card) => !moved.has(card) && !also?.has(card) && isItem(card)) ?? null
  return by === 'sprints'
    ? { type: 'moveItemsInSprint', items, step, sprint: sprintOf(band), before }
    : { type: 'moveItems', items, to: placeIn(band, step, before) }
}

function keepSteps(items: CardId[], band: Band, { stepOf, by }: Around): Edit[] {
  if (by === 'slices') {
    return [{ type: 'moveItemsToSlice', items, slice: band.type === 'slice' ? band.slice : null }]
  }
  const sprint = sprintOf(band)
  return [...new Set(items.map(stepOf))].map((step) => {
    const together = items.filter((item) => stepOf(item) === step)
    return { type: 'moveItemsInSprint', items: together, step, sprint, before: null }
  })
}

function pullTasks(tasks: CardId[], target: Target, by: BandsBy): Edit {
  const band = target.on === 'cell' ? target.band : null
  if (by === 'sprints') {
    return { type: 'pullTasksIntoSprint', tasks, sprint: band && sprintOf(band) }
  }
  return { type: 'pullTasks', tasks, slice: band?.type === 'slice' ? band.slice : null }
}

/** The Sprint that a band is; `null`: it is none. */
function sprintOf(band: Band): SprintId | null {
  return band.type === 'sprint' ? band.sprint : null
}

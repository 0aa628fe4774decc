/** Which spot an arrow leads to. */
import type { ActivityBlock, CardId, GoalBar } from '../bindings'
import { cellKey } from './keys'
import type { Grid } from './place'
import type { Spot } from './spots'

/** An arrow. */
export type Direction = 'up' | 'down' | 'left' | 'right'

/** What a walk has to know of the map. */
export interface Terrain {
  readonly grid: Grid
  readonly activities: readonly ActivityBlock[]
  readonly goals?: readonly GoalBar[]
  /** Whether a Product Goal can be made beside them. */
  readonly addsGoals?: boolean
  readonly lists: ReadonlyMap<string, readonly CardId[]>
  readonly listOf: ReadonlyMap<CardId, string>
  /** Lists that are cut short. */
  readonly rests: ReadonlyMap<string, unknown>
}

/** Rows above the bands. (-1 is what `findIndex` says of what is gone.) */
/** The upper row of goals; the lower one follows. */
const GOALS = -5
const ACTIVITIES = -3
const STEPS = -2
/** The column of the heads. */
const HEADS = -2

/** A spot as numbers: column and row of the window, and the card inside a cell. */
export interface Position {
  readonly column: number
  /** A band by index, or a row above them. */
  readonly row: number
  readonly card: number
}

/** The parts of the tray, in the order in which they lie. */
export const TRAY = ['trayItems', 'trayTasks', 'trayNotes'] as const

/** The spot that an arrow leads to; `null` at the edge of the map. */
export function walk(from: Spot, direction: Direction, terrain: Terrain): Spot | null {
  const inTray = from.on === 'card' && isTray(terrain.listOf.get(from.id))
  if (inTray) return walkTray(from.id, direction, terrain)
  if (from.on === 'add-slice') return besideAddSlice(direction, terrain)
  if (from.on === 'add-goal') return besideAddGoal(direction, terrain)
  const at = positionOf(from, terrain)
  if (!at) return null
  if (direction === 'left' || direction === 'right') {
    const by = direction === 'left' ? -1 : 1
    return from.on === 'goal' ? besideGoal(from.id, by, terrain) : sideways(at, by, terrain)
  }
  return upOrDown(at, direction === 'up' ? -1 : 1, terrain)
}

/** Where a spot lies; `null` if it is not on the map any more. */
export function positionOf(spot: Spot, terrain: Terrain): Position | null {
  const found = search(spot, terrain)
  return found.column === -1 || found.row === -1 ? null : found
}

function search(spot: Spot, terrain: Terrain): Position {
  const { grid, activities, goals = [], lists, listOf, rests } = terrain
  const columnOf = (step: string | null) => grid.columns.findIndex((at) => at.id === step)
  const bandOf = (key: string) => grid.bands.findIndex((at) => at.key === key)
  switch (spot.on) {
    case 'card': {
      const list = listOf.get(spot.id) ?? ''
      const [band = '', step = ''] = list.split('/')
      const column = columnOf(step === 'across' ? null : step)
      return { column, row: bandOf(band), card: lists.get(list)?.indexOf(spot.id) ?? 0 }
    }
    case 'cell':
      return { column: columnOf(spot.step), row: bandOf(spot.band), card: 0 }
    case 'more': {
      const list = cellKey('later', spot.step)
      const cut = rests.has(list) ? columnOf(spot.step) : -1
      return { column: cut, row: bandOf('later'), card: lists.get(list)?.length ?? 0 }
    }
    case 'head':
      return { column: HEADS, row: bandOf(spot.band), card: 0 }
    case 'activity': {
      const block = activities.find((at) => at.activity === spot.id)
      return { column: block?.first ?? -1, row: ACTIVITIES, card: 0 }
    }
    case 'step':
      return { column: columnOf(spot.id), row: STEPS, card: 0 }
    case 'goal': {
      const bar = goals.find(({ goal }) => goal === spot.id)
      return { column: bar?.first ?? -1, row: GOALS + (bar?.row ?? 0), card: 0 }
    }
    case 'across':
      return { column: columnOf(null), row: ACTIVITIES, card: 0 }
    case 'add-activity':
      return { column: grid.columns.length, row: ACTIVITIES, card: 0 }
    case 'add-slice':
      return { column: HEADS, row: grid.bands.length - 1, card: 0 }
    case 'add-goal':
      return { column: terrain.addsGoals ? HEADS : -1, row: ACTIVITIES, card: 0 }
  }
}

/** The spot at a position, or the nearest one in its cell; `null` where there is none. */
export function spotAt({ column: wanted, row, card }: Position, terrain: Terrain): Spot | null {
  const { grid, activities, lists } = terrain
  const column = seen(wanted, -1, terrain)
  const placed = grid.columns[column]
  if (column === HEADS && row < 0) return terrain.addsGoals ? { on: 'add-goal' } : null
  if (row < ACTIVITIES) return goalAt(column, row, terrain)
  if (row === ACTIVITIES || row === STEPS) {
    if (column === grid.columns.length) return { on: 'add-activity' }
    if (!placed) return null
    if (placed.id === null) return { on: 'across' }
    const block = activities.find(({ first, count }) => column >= first && column < first + count)
    if (row === STEPS && hasStep(column, terrain)) return { on: 'step', id: placed.id }
    return block ? { on: 'activity', id: block.activity } : null
  }
  const band = grid.bands[row]
  if (!band) return null
  if (column === HEADS || band.folded) return { on: 'head', band: band.key }
  if (!placed) return null
  const cards = isShut(column, terrain) ? [] : (lists.get(cellKey(band.key, placed.id)) ?? [])
  const id = cards[Math.min(card, cards.length - 1)]
  return id ? { on: 'card', id } : { on: 'cell', band: band.key, step: placed.id }
}

function sideways(at: Position, by: number, terrain: Terrain): Spot | null {
  // An activity is as wide as its steps: on to the one behind it.
  const wide = at.row === ACTIVITIES && by > 0
  const block = wide && terrain.activities.find(({ first }) => first === at.column)
  const next = block ? block.first + block.count : beyond(at.column, by, HEADS)
  const column = seen(next, by, terrain)
  const found = spotAt({ ...at, column }, terrain)
  return found?.on === 'head' && at.column === HEADS ? null : found
}

function upOrDown(at: Position, by: number, terrain: Terrain): Spot | null {
  const inside = inCell(at, by, terrain)
  if (inside) return inside
  const row = beyond(at.row, by, STEPS)
  if (at.column === HEADS) {
    const later = terrain.grid.bands.length - 1
    if (by > 0 ? row === later : at.row === later) return { on: 'add-slice' }
    return row === STEPS
      ? spotAt({ column: 0, row, card: 0 }, terrain)
      : spotAt({ ...at, row }, terrain)
  }
  // Where there are no steps, the cards are next to the activity.
  if (row === STEPS && !hasStep(at.column, terrain)) {
    return spotAt({ column: at.column, row: by < 0 ? ACTIVITIES : 0, card: 0 }, terrain)
  }
  // Upwards one comes to the lowest card of a cell, downwards to the uppermost.
  const card = by < 0 ? Number.POSITIVE_INFINITY : 0
  const found = spotAt({ column: at.column, row, card }, terrain)
  // Of two rows of goals one may be empty over a column.
  const empty = !found && row >= GOALS && row < ACTIVITIES
  return empty ? spotAt({ column: at.column, row: row + by, card }, terrain) : found
}

function goalAt(column: number, row: number, { goals = [] }: Terrain): Spot | null {
  const bar = goals.find(
    (at) => GOALS + at.row === row && column >= at.first && column < at.first + at.count,
  )
  return bar ? { on: 'goal', id: bar.goal } : null
}

/** Goals from the left, whichever row they are in. */
function besideGoal(id: string, by: number, { goals = [], addsGoals }: Terrain): Spot | null {
  const all = goals.toSorted((one, other) => one.first - other.first || one.row - other.row)
  const next = all[all.findIndex(({ goal }) => goal === id) + by]
  if (next) return { on: 'goal', id: next.goal }
  return by < 0 && addsGoals ? { on: 'add-goal' } : null
}

/** A collapsed activity stands over its shut column in place of the steps; from afar none are seen. */
function hasStep(column: number, { grid, activities }: Terrain): boolean {
  const block = activities.find(({ first, count }) => column >= first && column < first + count)
  return grid.metrics.stepRow > 0 && !block?.collapsed
}

/** One further: from 0 backwards to `before` (what lies in front of the list), and from there to 0. */
function beyond(index: number, by: number, before: number): number {
  const next = index + by
  if (next !== -1) return next
  return by < 0 ? before : 0
}

function inCell(at: Position, by: number, { grid, lists, rests }: Terrain): Spot | null {
  const band = grid.bands[at.row]
  const column = grid.columns[at.column]
  if (!band || !column) return null
  if (column.shut) return null
  const list = cellKey(band.key, column.id)
  const cards = lists.get(list)
  const id = cards?.[at.card + by]
  if (id) return { on: 'card', id }
  const behind = cards && at.card + by === cards.length && rests.has(list)
  return behind ? { on: 'more', step: column.id } : null
}

/** The column itself, or the next one in that direction which is not hidden. */
function seen(column: number, by: number, { grid }: Terrain): number {
  let at = column
  while (grid.columns[at]?.width === 0) at += by
  return at
}

function isShut(column: number, { grid }: Terrain): boolean {
  return grid.columns[column]?.shut ?? true
}

function besideAddSlice(direction: Direction, { grid }: Terrain): Spot | null {
  const later = grid.bands.at(-1)
  const above = grid.bands.at(-2)
  if (direction === 'up' && above) return { on: 'head', band: above.key }
  if (direction === 'down' && later) return { on: 'head', band: later.key }
  return null
}

function besideAddGoal(direction: Direction, terrain: Terrain): Spot | null {
  const { grid, activities } = terrain
  const head = grid.bands[0]
  if (direction === 'down') return head ? { on: 'head', band: head.key } : null
  if (direction !== 'right') return null
  const goal = goalAt(0, GOALS, terrain) ?? goalAt(0, GOALS + 1, terrain)
  const [block] = activities
  return goal ?? (block ? { on: 'activity', id: block.activity } : null)
}

/** Whether a list is a part of the tray. */
export function isTray(list: string | undefined): boolean {
  return list !== undefined && (TRAY as readonly string[]).includes(list)
}

function walkTray(id: CardId, direction: Direction, { lists }: Terrain): Spot | null {
  if (direction === 'left' || direction === 'right') return null
  const all = TRAY.flatMap((part) => lists.get(part) ?? [])
  const next = all[all.indexOf(id) + (direction === 'up' ? -1 : 1)]
  return next ? { on: 'card', id: next } : null
}

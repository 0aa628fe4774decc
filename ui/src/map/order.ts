/** Moving slices, activities, steps and goals one place further in their order, as an `Edit`. */
import type { Backbone, BandScene, Edit } from '../bindings'
import type { Spot } from './spots'
import type { Direction } from './walk'

/** What an order is read from. */
export interface Orders {
  readonly backbone: Backbone
  readonly bands: readonly BandScene[]
}

/** The edit that moves what is on a spot one place further; `null`: it is at the end, or has no order. */
export function reorder(spot: Spot, direction: Direction, orders: Orders): Edit | null {
  const upright = direction === 'up' || direction === 'down'
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  if (spot.on === 'head' && upright) {
    const sprints = orders.bands.flatMap(({ band }) =>
      band.type === 'sprint' ? [band.sprint] : [],
    )
    if (sprints.includes(spot.band)) {
      const before = inFrontOf(sprints, spot.band, by)
      return before === undefined ? null : { type: 'moveSprint', sprint: spot.band, before }
    }
    const slices = orders.bands.flatMap(({ band }) => (band.type === 'slice' ? [band.slice] : []))
    const before = inFrontOf(slices, spot.band, by)
    return before === undefined ? null : { type: 'moveSlice', slice: spot.band, before }
  }
  if (spot.on === 'activity' && !upright) {
    const activities = orders.backbone.activities.map(({ activity }) => activity)
    const before = inFrontOf(activities, spot.id, by)
    return before === undefined ? null : { type: 'moveActivity', activity: spot.id, before }
  }
  if (spot.on === 'goal') return reorderGoal(spot.id, by, orders.backbone)
  return spot.on === 'step' && !upright ? reorderStep(spot.id, by, orders.backbone) : null
}

/** Inside its activity, and at its end into the next one: but never out of an activity that it would empty. */
function reorderStep(step: string, by: number, { columns, activities }: Backbone): Edit | null {
  const at = columns.findIndex((column) => column.step === step)
  const index = activities.findIndex(({ first, count }) => at >= first && at < first + count)
  const block = activities[index]
  if (!block) return null
  const steps = columns.slice(block.first, block.first + block.count).map((column) => column.step)
  const before = inFrontOf(steps, step, by)
  if (before !== undefined) return { type: 'moveStep', step, activity: block.activity, before }
  const next = activities[index + by]
  if (!next || block.count === 1) return null
  const first = by > 0 ? (columns[next.first]?.step ?? null) : null
  return { type: 'moveStep', step, activity: next.activity, before: first }
}

/** Among those beside it: the active one is drawn first, wherever it is in the order. */
function reorderGoal(goal: string, by: number, { goals }: Backbone): Edit | null {
  const active = goals.find((bar) => bar.goal === goal)?.state === 'active'
  const peers = goals.filter(({ state }) => (state === 'active') === active)
  const before = inFrontOf(
    peers.map((bar) => bar.goal),
    goal,
    by,
  )
  return before === undefined ? null : { type: 'moveGoal', goal, before }
}

/** What something comes to lie in front of, one place further; `null`: the end, `undefined`: nowhere. */
function inFrontOf<T>(list: readonly T[], item: T, by: number): T | null | undefined {
  const at = list.indexOf(item)
  const to = at + by
  if (at < 0 || to < 0 || to >= list.length) return undefined
  return list[by > 0 ? to + 1 : to] ?? null
}

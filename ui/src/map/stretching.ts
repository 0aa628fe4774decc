/** Pulling a goal's bar by one of its ends: over which activities it would reach. */
import type { ActivityBlock, ActivityId, GoalBar } from '../bindings'

/** One end of a bar. */
export type End = 'first' | 'last'

/** A bar that reaches to another activity. */
export interface Stretch {
  /** The activities that the goal would concern. */
  readonly activities: ActivityId[]
  /** The columns under the bar, as in `GoalBar`. */
  readonly first: number
  readonly count: number
}

/**
 * What becomes of a bar whose end is pulled to the column `at`. A bar may pass over activities that its
 * goal does not concern: those stay as they were, and all that it newly reaches is concerned.
 */
export function stretch(
  bar: GoalBar,
  end: End,
  at: number,
  activities: readonly ActivityBlock[],
): Stretch {
  const indexOf = (column: number) =>
    activities.findIndex(({ first, count }) => column >= first && column < first + count)
  const [from, to] = [indexOf(bar.first), indexOf(bar.first + bar.count - 1)]
  const pulled = Math.max(0, indexOf(at))
  const start = end === 'first' ? Math.min(pulled, to) : from
  const stop = end === 'last' ? Math.max(pulled, from) : to
  const edge = end === 'first' ? start : stop
  const concerned = (index: number) => {
    const reached = index < from || index > to || index === edge
    const activity = activities[index]?.activity ?? ''
    return reached || bar.activities.length === 0 || bar.activities.includes(activity)
  }
  const blocks = activities.slice(start, stop + 1)
  const first = blocks[0]?.first ?? bar.first
  const last = blocks.at(-1)
  return {
    activities: blocks.flatMap(({ activity }, i) => (concerned(start + i) ? [activity] : [])),
    first,
    count: last ? last.first + last.count - first : bar.count,
  }
}

/** Where a step, an activity or a band that is dragged would come to lie, and the `Edit` of letting it go there. */
import type { Backbone, Edit } from '../bindings'
import type { Grid, PlacedColumn } from './place'
import type { Spot } from './spots'

/** What can be dragged with all that is in it. */
export type Carried = Extract<Spot, { on: 'step' | 'activity' | 'head' }>

/** One place between two others. */
export interface Gap {
  /** The edit of letting go here; `null`: it lies here already. */
  readonly edit: Edit | null
  /** Where the drop line is: the left edge of the column, or the top of the band, that would come behind it. */
  readonly at: number
}

/** What places are read from. */
export interface Lay {
  readonly grid: Grid
  readonly backbone: Backbone
}

/** The place under a point of the map; `null`: there is none. */
export function gapAt(what: Carried, point: { x: number; y: number }, lay: Lay): Gap | null {
  switch (what.on) {
    case 'step':
      return stepGap(what.id, point.x, lay)
    case 'activity':
      return activityGap(what.id, point.x, lay)
    case 'head':
      return bandGap(what.band, point.y, lay)
  }
}

function stepGap(step: string, x: number, { grid, backbone }: Lay): Gap | null {
  const at = columnAt(x, grid)
  const column = grid.columns[at]
  const block = backbone.activities.find(({ first, count }) => at >= first && at < first + count)
  if (!column || !block) return null
  const { activity } = block
  // Left of a column's middle means in front of it; the right half of an activity's last one, its end.
  const behind = x > column.x + column.width / 2
  const last = at === block.first + block.count - 1
  const next = behind ? grid.columns[at + 1] : column
  const before = behind && last ? null : (next?.id ?? null)
  const own = grid.columns.findIndex(({ id }) => id === step)
  const inOwn = own >= block.first && own < block.first + block.count
  const stays = inOwn && (own === at || own === (behind ? at + 1 : at - 1))
  const edge = behind ? column.x + column.width + grid.gap : column.x
  return { edit: stays ? null : { type: 'moveStep', step, activity, before }, at: edge }
}

function activityGap(activity: string, x: number, { grid, backbone }: Lay): Gap | null {
  const { activities } = backbone
  const under = columnAt(x, grid)
  const at = activities.findIndex(({ first, count }) => under >= first && under < first + count)
  const block = activities[at]
  const first = block && grid.columns[block.first]
  const last = block && grid.columns[block.first + block.count - 1]
  if (!first || !last) return null
  const right = last.x + last.width
  const behind = x > (first.x + right) / 2
  const own = activities.findIndex((each) => each.activity === activity)
  const stays = own === at || own === (behind ? at + 1 : at - 1)
  const before = activities[behind ? at + 1 : at]?.activity ?? null
  const edge = behind ? (grid.columns[block.first + block.count]?.x ?? right + grid.gap) : first.x
  return { edit: stays ? null : { type: 'moveActivity', activity, before }, at: edge }
}

/** Only bands of one kind have an order: slices, or Sprints. */
function bandGap(key: string, y: number, { grid }: Lay): Gap | null {
  const ordered = grid.bands.filter(({ band }) => band.type === 'slice' || band.type === 'sprint')
  const own = ordered.findIndex((band) => band.key === key)
  const under = ordered.findIndex((band) => y < band.top + band.height)
  const at = under < 0 ? ordered.length - 1 : under
  const band = ordered[at]
  if (!band || own < 0) return null
  const behind = y > band.top + band.height / 2
  const stays = own === at || own === (behind ? at + 1 : at - 1)
  const before = ordered[behind ? at + 1 : at]?.key ?? null
  const edit: Edit =
    band.band.type === 'sprint'
      ? { type: 'moveSprint', sprint: key, before }
      : { type: 'moveSlice', slice: key, before }
  return { edit: stays ? null : edit, at: behind ? band.top + band.height : band.top }
}

/** The column that is under a point or nearest to it, without Across and what is hidden. */
export function columnAt(x: number, grid: Grid): number {
  const seen = (column: PlacedColumn) => column.id !== null && column.width > 0
  const under = grid.columns.findIndex((column) => seen(column) && x < column.x + column.step)
  return under < 0 ? grid.columns.findLastIndex(seen) : under
}

/**
 * Where everything lies: the one formula of places, the same as `core/src/layout/grid.rs` and tested
 * on the same fixture. Map pixels: CSS pixels from the top left corner of the first column and the
 * first band.
 */
import type { Band, BandScene, Column, Metrics, StepId } from '../bindings'
import { bandKey } from './keys'

/** One column, placed. */
export interface PlacedColumn {
  /** `null` is Across. */
  readonly id: StepId | null
  readonly x: number
  readonly width: number
  /** From its left edge to that of the next column. */
  readonly step: number
  /** Where its cards start: in Across they are inset. */
  readonly cardX: number
  /** Folded, or hidden behind a folded one: it shows no cards. */
  readonly shut: boolean
}

/** One band, placed. */
export interface PlacedBand {
  readonly band: Band
  readonly key: string
  readonly top: number
  readonly height: number
  /** From its top edge to its first row of cards. */
  readonly track: number
  readonly rows: number
  readonly folded: boolean
}

/** A map, placed at a zoom. */
export interface Grid {
  readonly zoom: number
  /** The lengths that it was placed with. */
  readonly metrics: Metrics
  readonly columns: readonly PlacedColumn[]
  readonly bands: readonly PlacedBand[]
  readonly cardW: number
  readonly cardH: number
  readonly gap: number
  /** From one card's top to the next one's. */
  readonly pitch: number
  readonly width: number
  readonly height: number
}

/** What lies under a point: column and band by index, and the row whose place is nearest. */
export interface Hit {
  readonly column: number
  readonly band: number
  readonly row: number
}

/** Below this zoom a card cannot be read: it is a block. */
export const OVERVIEW = 0.4

/** What keeps its size in the overview, in pixels: room for a name under a pill, and no more. */
const BRIEF = {
  track: 28,
  trackSprint: 28,
  activityGap: 11,
  bandMin: 58,
  activityRow: 28,
  stepRow: 0,
}

/**
 * The lengths of a lens at a zoom. Cards and the gaps between them scale; heads, the backbone's rows and
 * the tracks of the lines keep their size, as they must be read at any zoom.
 */
export function zoomed(metrics: Metrics, zoom: number): Metrics {
  const { cardW, cardH, gap, activityGap, acrossOpen, acrossGap } = metrics
  return {
    ...metrics,
    cardW: cardW * zoom,
    cardH: cardH * zoom,
    gap: gap * zoom,
    activityGap: activityGap * zoom,
    acrossOpen: acrossOpen * zoom,
    acrossGap: acrossGap * zoom,
    ...(zoom < OVERVIEW ? BRIEF : {}),
  }
}

/**
 * Places a map. `needs` says how many rows a band must have at least: a card that is being written
 * takes a place before the core knows it.
 */
export function gridOf(
  lens: Metrics,
  columns: readonly Column[],
  bands: readonly BandScene[],
  needs: (band: BandScene) => number = () => 0,
  zoom = 1,
): Grid {
  const metrics = zoom === 1 ? lens : zoomed(lens, zoom)
  const placedColumns: PlacedColumn[] = []
  let x = 0
  let right = 0
  for (const { step: id, endsActivity, fold } of columns) {
    if (fold === 'hidden') {
      // It lies, without a width, where the column before it ends.
      placedColumns.push({ id, x: right, width: 0, step: 0, cardX: right, shut: true })
      continue
    }
    const across = id === null
    const open = across ? metrics.acrossOpen : metrics.cardW
    const width = fold === 'open' ? open : metrics.columnShut
    const gap = across ? metrics.acrossGap : metrics.gap + (endsActivity ? metrics.activityGap : 0)
    const shut = fold !== 'open'
    const inset = shut ? 0 : (width - metrics.cardW) / 2
    placedColumns.push({ id, x, width, step: width + gap, cardX: x + inset, shut })
    right = x + width
    x += width + gap
  }
  const pitch = metrics.cardH + metrics.gap
  const placedBands: PlacedBand[] = []
  let top = 0
  for (const scene of bands) {
    const { band, folded } = scene
    const rows = Math.max(scene.rows, needs(scene))
    const track = trackOf(band, metrics)
    const height = folded
      ? metrics.bandFolded
      : Math.max(track + rows * pitch + metrics.bandEnd, metrics.bandMin)
    placedBands.push({ band, key: bandKey(band), top, height, track, rows, folded })
    top += height
  }
  const last = placedColumns.at(-1)
  return {
    zoom,
    metrics,
    columns: placedColumns,
    bands: placedBands,
    cardW: metrics.cardW,
    cardH: metrics.cardH,
    gap: metrics.gap,
    pitch,
    width: last ? last.x + last.width : 0,
    height: top,
  }
}

function trackOf({ type }: Band, metrics: Metrics): number {
  if (type === 'later') return metrics.trackLater
  return type === 'sprint' ? metrics.trackSprint : metrics.track
}

/**
 * What lies at a point. The gap right of a column belongs to it, as do a band's track and end to the
 * band; `null` outside of all columns or bands. The row is the one in front of which a card dropped
 * here would lie: the upper half of a card means before it, the lower half after it.
 */
export function placeAt(x: number, y: number, grid: Grid): Hit | null {
  if (x < 0 || y < 0) return null
  const column = grid.columns.findIndex((at) => x < at.x + at.step)
  const band = grid.bands.findIndex((at) => y < at.top + at.height)
  const placed = grid.bands[band]
  if (column < 0 || !placed) return null
  if (placed.folded) return { column, band, row: 0 }
  const below = y - placed.top + grid.gap + grid.cardH / 2 - placed.track
  return { column, band, row: Math.floor(Math.max(0, below) / grid.pitch) }
}

/** The top of a row of cards in a band. */
export function rowTop(band: PlacedBand, row: number, grid: Grid): number {
  return band.top + band.track + row * grid.pitch
}

/** Indices, from–to (without `to`), of what overlaps a stretch. The list is in order, without overlap. */
export function overlapping<T>(
  list: readonly T[],
  from: number,
  to: number,
  start: (item: T) => number,
  length: (item: T) => number,
): [number, number] {
  let first = 0
  let end = list.length
  while (first < end) {
    const middle = (first + end) >> 1
    const item = list[middle] as T
    if (start(item) + length(item) <= from) first = middle + 1
    else end = middle
  }
  let last = first
  while (last < list.length && start(list[last] as T) < to) last++
  return [first, last]
}

/** A position on one scale, on another: both are divided by as many marks, and between them it goes evenly. */
export function carry(at: number, from: readonly number[], to: readonly number[]): number {
  const next = from.findIndex((mark) => mark > at)
  const last = next < 0 ? from.length - 1 : next - 1
  const start = from[last]
  const target = to[last]
  // In front of all marks, and behind them, it keeps its distance.
  if (start === undefined || target === undefined) return at
  const [end, targetEnd] = [from[last + 1], to[last + 1]]
  if (end === undefined || targetEnd === undefined) return target + at - start
  return target + ((at - start) / (end - start)) * (targetEnd - target)
}

/** The marks of a grid from the left, and from above: as many at any zoom. */
export function marksOf(grid: Grid): { x: number[]; y: number[] } {
  return {
    x: grid.columns.flatMap(({ x, width, step }) => (step > 0 ? [x, x + width] : [])),
    y: [
      ...grid.bands.flatMap(({ top, track, rows, folded }) =>
        folded ? [top] : [top, top + track, top + track + rows * grid.pitch],
      ),
      grid.height,
    ],
  }
}

/**
 * Where everything lies: the one formula of places, the same as `core/src/layout/grid.rs` and tested
 * on the same fixture. Map pixels: CSS pixels from the top left corner of the first column and the
 * first band.
 */
import type { Band, BandScene, Column, Metrics, StepId, View } from '../bindings'
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

/** A map, placed. */
export interface Grid {
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

/**
 * Places a map. `needs` says how many rows a band must have at least: a card that is being written
 * takes a place before the core knows it.
 */
export function gridOf(
  metrics: Metrics,
  view: View,
  columns: readonly Column[],
  bands: readonly BandScene[],
  needs: (band: BandScene) => number = () => 0,
): Grid {
  const placedColumns: PlacedColumn[] = []
  let x = 0
  for (const { step: id, endsActivity } of columns) {
    const across = id === null
    const width = !across
      ? metrics.cardW
      : view.acrossOpen
        ? metrics.acrossOpen
        : metrics.acrossShut
    const gap = across ? metrics.acrossGap : metrics.gap + (endsActivity ? metrics.activityGap : 0)
    const inset = Math.max(0, (width - metrics.cardW) >> 1)
    placedColumns.push({ id, x, width, step: width + gap, cardX: x + inset })
    x += width + gap
  }
  const pitch = metrics.cardH + metrics.gap
  const placedBands: PlacedBand[] = []
  let top = 0
  for (const scene of bands) {
    const { band, folded } = scene
    const rows = Math.max(scene.rows, needs(scene))
    const track = band.type === 'later' ? metrics.trackLater : metrics.track
    const height = folded
      ? metrics.bandFolded
      : Math.max(track + rows * pitch + metrics.bandEnd, metrics.bandMin)
    placedBands.push({ band, key: bandKey(band), top, height, track, rows, folded })
    top += height
  }
  const last = placedColumns.at(-1)
  return {
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

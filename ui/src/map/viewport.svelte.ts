/** Which part of the map is in the window, and how large. */
import { openMap } from '../openMap.svelte'
import { drag } from './drag.svelte'
import { editing } from './editing.svelte'
import { bandKey, cellKey } from './keys'
import type { Span } from './lineAt'
import { carry, type Grid, gridOf, marksOf, OVERVIEW, overlapping, type PlacedBand } from './place'
import type { Terrain } from './walk'

/** Room behind the last activity for the next one, and below the last band. */
const ROOM_RIGHT = 208
const ROOM_BELOW = 48
/** How small and how large the map is drawn. */
const ZOOM_LEAST = 0.1
const ZOOM_MOST = 2
/** The zooms that keys and buttons go to. */
const STEPS = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1, 1.25, 1.5, 2]
/** How far beside the window things are kept ready, so that a small pan builds nothing. */
const AHEAD = 120

/** A rectangle in map pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A point, from the top left corner of the part of the window that shows the map. */
export interface InView {
  readonly x: number
  readonly y: number
}

export class Viewport {
  #x = $state(0)
  #y = $state(0)
  #wanted = $state(1)
  /** Of the part of the window that shows the map, without the frozen parts. */
  width = $state(0)
  height = $state(0)

  /** On the wall of a workshop everything is to be read from afar, so no card becomes a block there. */
  readonly #least = $derived(openMap.frame?.view.lens === 'workshop' ? OVERVIEW : ZOOM_LEAST)
  readonly #zoom = $derived(Math.max(this.#least, this.#wanted))

  /** The map as it is placed at 100 %. */
  readonly whole: Grid | null = $derived(gridAt(1))
  /** The map as it is placed now. */
  readonly grid: Grid | null = $derived(this.#zoom === 1 ? this.whole : gridAt(this.#zoom))
  /** The map from as far away as can be. */
  readonly far: Grid | null = $derived(gridAt(ZOOM_LEAST))
  /** Whether cards are too small to be read, and so are drawn as blocks. */
  readonly overview = $derived(this.#zoom < OVERVIEW)
  /** Whether a hand is just making the map larger or smaller. */
  turning = $state(false)
  /** Whether cards are painted and not in the page: from afar, and while each frame would show others. */
  readonly painted = $derived(this.overview || this.turning)

  /** From–to of the activities, and of the columns, at 100 % and now. */
  readonly activities: { whole: Span[]; now: Span[] } = $derived({
    whole: activitiesOf(this.whole),
    now: activitiesOf(this.grid),
  })
  readonly columnSpans: { whole: Span[]; now: Span[] } = $derived({
    whole: columnsOf(this.whole),
    now: columnsOf(this.grid),
  })

  /** What arrows walk on. */
  readonly terrain: Terrain | null = $derived.by(() => {
    const { grid } = this
    const { frame, lists, listOf, rests } = openMap
    return grid && frame
      ? {
          grid,
          activities: frame.backbone.activities,
          goals: frame.backbone.goals,
          addsGoals: frame.view.lens === 'team' && openMap.readOnly === null,
          lists,
          listOf,
          rests,
        }
      : null
  })

  readonly contentWidth = $derived((this.grid?.width ?? 0) + ROOM_RIGHT)
  readonly contentHeight = $derived((this.grid?.height ?? 0) + ROOM_BELOW)
  /** While cards are in the hand and nothing is Across, the map begins so much further left: a slot for it. */
  readonly lead = $derived.by(() => {
    const { grid } = this
    if (drag.cards.length === 0 || !grid?.columns[0]?.id) return 0
    return grid.metrics.columnShut + grid.metrics.acrossGap
  })
  // At its left end the slot opens by itself; elsewhere the map stands still.
  readonly x = $derived(
    Math.max(-this.lead, Math.min(this.#x || -this.lead, this.contentWidth - this.width)),
  )
  readonly y = $derived(clamp(this.#y, this.contentHeight - this.height))

  /** Indices, from–to, of the columns and bands in or near the window. */
  readonly columns = $derived.by(
    same(() =>
      overlapping(
        this.grid?.columns ?? [],
        this.x - AHEAD,
        this.x + this.width + AHEAD,
        (column) => column.x,
        (column) => column.width,
      ),
    ),
  )
  readonly bands = $derived.by(
    same(() =>
      overlapping(
        this.grid?.bands ?? [],
        this.y - AHEAD,
        this.y + this.height + AHEAD,
        (band) => band.top,
        (band) => band.height,
      ),
    ),
  )

  /** Indices, from–to, of the rows of a band in or near the window. */
  rows({ top, track }: PlacedBand, pitch: number): [number, number] {
    const from = Math.floor((this.y - AHEAD - top - track) / pitch)
    const to = Math.ceil((this.y + this.height + AHEAD - top - track) / pitch)
    return [Math.max(0, from), Math.max(0, to)]
  }

  get zoom(): number {
    return this.#zoom
  }

  /** Draws the map larger or smaller; what lies at a point of the window stays there. */
  zoomTo(zoom: number, at: InView = { x: this.width / 2, y: this.height / 2 }): void {
    const before = this.grid
    const [x, y] = [this.x + at.x, this.y + at.y]
    this.#wanted = Math.max(this.#least, Math.min(zoom, ZOOM_MOST))
    const after = this.grid
    if (!before || !after || before === after) return
    const [from, to] = [marksOf(before), marksOf(after)]
    // The map begins further up where the backbone became lower.
    const lift = backboneOf(before) - backboneOf(after)
    this.height += lift
    this.panTo(carry(x, from.x, to.x) - at.x, carry(y, from.y, to.y) - at.y - lift)
  }

  /** To the next of the usual zooms. */
  zoomStep(by: 1 | -1): void {
    const next =
      by > 0 ? STEPS.find((step) => step > this.#zoom) : STEPS.findLast((step) => step < this.#zoom)
    if (next !== undefined) this.zoomTo(next)
  }

  /** As large as can be, and no larger than `most`, so that what an area is of a grid is all in the window. */
  zoomToFit(area: (grid: Grid) => Area, most: number, room = 0): void {
    const fits = (zoom: number) => {
      const grid = gridAt(zoom)
      if (!grid) return true
      const { width, height } = area(grid)
      const seen = this.height + (this.grid ? backboneOf(this.grid) - backboneOf(grid) : 0)
      return width + 2 * room <= this.width && height + 2 * room <= seen
    }
    let [least, zoom] = [this.#least, most]
    // Half of the range each time: in twelve steps it is known to a thousandth.
    for (let step = 0; step < 12 && !fits(zoom); step++) {
      const middle = (least + zoom) / 2
      if (fits(middle)) least = middle
      else zoom = middle
    }
    const before = this.grid
    this.#wanted = fits(zoom) ? zoom : least
    if (!this.grid) return
    if (before) this.height += backboneOf(before) - backboneOf(this.grid)
    const { x, y, width, height } = area(this.grid)
    this.panTo(x - (this.width - width) / 2, y - (this.height - height) / 2)
  }

  panTo(x: number, y: number): void {
    this.#x = Math.max(-this.lead, Math.min(Math.round(x), this.contentWidth - this.width))
    this.#y = clamp(Math.round(y), this.contentHeight - this.height)
  }

  pan(right: number, down: number): void {
    this.panTo(this.x + right, this.y + down)
  }

  /** Pans as little as is needed to show an area with some room around it. */
  reveal({ x, y, width, height }: Area, room = 16): void {
    this.panTo(
      nearest(this.x, this.width, x - room, width + 2 * room),
      nearest(this.y, this.height, y - room, height + 2 * room),
    )
  }
}

/** What was found before, as long as the same is found: whoever draws it has nothing to do then. */
function same(find: () => [number, number]): () => [number, number] {
  let before: [number, number] = [0, 0]
  return () => {
    const now = find()
    if (now[0] !== before[0] || now[1] !== before[1]) before = now
    return before
  }
}

function gridAt(zoom: number): Grid | null {
  const { frame } = openMap
  if (!frame) return null
  const { newCard } = editing
  const needs = (band: string) =>
    newCard?.band === band ? openMap.cards(cellKey(band, newCard.step)).length + 1 : 0
  const { metrics, backbone, bands } = frame
  return gridOf(metrics, backbone.columns, bands, ({ band }) => needs(bandKey(band)), zoom)
}

/** How high activities and steps are; goals keep their height. */
function backboneOf({ metrics }: Grid): number {
  return metrics.activityRow + metrics.stepRow
}

function columnsOf(grid: Grid | null): Span[] {
  return (grid?.columns ?? []).map(({ x, width }) => ({ left: x, right: x + width }))
}

function activitiesOf(grid: Grid | null): Span[] {
  const columns = columnsOf(grid)
  return (openMap.frame?.backbone.activities ?? []).flatMap(({ first, count }) => {
    const [from, to] = [columns[first], columns[first + count - 1]]
    return from && to ? [{ left: from.left, right: to.right }] : []
  })
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(value, most))
}

/** The start of a window of `size` that shows `from` to `from + length`, as near to `start` as it can be. */
function nearest(start: number, size: number, from: number, length: number): number {
  if (from < start || length > size) return from
  return Math.max(start, from + length - size)
}

/** The one of this window. */
export const viewport = new Viewport()

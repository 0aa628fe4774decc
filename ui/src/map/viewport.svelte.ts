/** Which part of the map is in the window. */
import { openMap } from '../openMap.svelte'
import { editing } from './editing.svelte'
import { bandKey, cellKey } from './keys'
import { type Grid, gridOf, overlapping, type PlacedBand } from './place'
import type { Terrain } from './walk'

/** Room behind the last activity for the next one, and below the last band. */
const ROOM_RIGHT = 208
const ROOM_BELOW = 48
/** How far beside the window things are kept ready, so that a small pan builds nothing. */
const AHEAD = 120

/** A rectangle in map pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export class Viewport {
  #x = $state(0)
  #y = $state(0)
  /** Of the part of the window that shows the map, without the frozen parts. */
  width = $state(0)
  height = $state(0)

  readonly grid: Grid | null = $derived.by(() => {
    const { frame } = openMap
    if (!frame) return null
    const { newCard } = editing
    const needs = (band: string) =>
      newCard?.band === band ? openMap.cards(cellKey(band, newCard.step)).length + 1 : 0
    return gridOf(frame.metrics, frame.view, frame.backbone.columns, frame.bands, (scene) =>
      needs(bandKey(scene.band)),
    )
  })

  /** What arrows walk on. */
  readonly terrain: Terrain | null = $derived.by(() => {
    const { grid } = this
    const { frame, lists, listOf } = openMap
    return grid && frame ? { grid, activities: frame.backbone.activities, lists, listOf } : null
  })

  readonly contentWidth = $derived((this.grid?.width ?? 0) + ROOM_RIGHT)
  readonly contentHeight = $derived((this.grid?.height ?? 0) + ROOM_BELOW)
  readonly x = $derived(clamp(this.#x, this.contentWidth - this.width))
  readonly y = $derived(clamp(this.#y, this.contentHeight - this.height))

  /** Indices, from–to, of the columns and bands in or near the window. */
  readonly columns = $derived(
    overlapping(
      this.grid?.columns ?? [],
      this.x - AHEAD,
      this.x + this.width + AHEAD,
      (column) => column.x,
      (column) => column.width,
    ),
  )
  readonly bands = $derived(
    overlapping(
      this.grid?.bands ?? [],
      this.y - AHEAD,
      this.y + this.height + AHEAD,
      (band) => band.top,
      (band) => band.height,
    ),
  )

  /** Indices, from–to, of the rows of a band in or near the window. */
  rows({ top, track }: PlacedBand, pitch: number): [number, number] {
    const from = Math.floor((this.y - AHEAD - top - track) / pitch)
    const to = Math.ceil((this.y + this.height + AHEAD - top - track) / pitch)
    return [Math.max(0, from), Math.max(0, to)]
  }

  panTo(x: number, y: number): void {
    this.#x = clamp(Math.round(x), this.contentWidth - this.width)
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

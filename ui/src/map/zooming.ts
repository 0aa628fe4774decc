/** Larger and smaller by key and button, and what is said of it. Nothing here changes the map. */
import { announcer } from '../announcer.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { editing } from './editing.svelte'
import { cellKey } from './keys'
import { type Grid, rowTop } from './place'
import { reveal } from './reveal'
import { selection } from './selection.svelte'
import type { Spot } from './spots'
import { type Area, viewport } from './viewport.svelte'
import { positionOf } from './walk'

/** Around what is zoomed to, in pixels. */
const ROOM = 24

/** The zoom in words. */
export function zoomName(): string {
  return text('window-zoom-percent', { percent: Math.round(viewport.zoom * 100) })
}

/** One of the usual zooms further. */
export function zoomBy(by: 1 | -1): void {
  viewport.zoomStep(by)
  say()
}

/** To the size in which cards are meant to be read. */
export function zoomToWhole(): void {
  viewport.zoomTo(1)
  say()
}

/** The whole map in the window; a small one is not made larger than it is. */
export function zoomToMap(): void {
  viewport.zoomToFit(({ width, height }) => ({ x: 0, y: 0, width, height }), 1)
  viewport.panTo(0, 0)
  say()
}

/** So near that what is on a spot can be read and written. */
export function closeUp(spot: Spot): void {
  const { grid } = viewport
  if (!grid) return
  const { x, y, width, height } = areaOf(spot, grid)
  viewport.zoomTo(1, { x: x + width / 2 - viewport.x, y: y + height / 2 - viewport.y })
  reveal(spot)
  say()
}

/** Where something is about to be written that cannot be read from here; `null`: nowhere. */
export function writtenFarAway(): Spot | null {
  const { open } = editing
  if (!viewport.overview || !open) return null
  switch (open.what) {
    case 'rename':
      return open.spot.on === 'card' || open.spot.on === 'step' ? open.spot : null
    case 'new-card':
      return { on: 'cell', band: open.band, step: open.step }
    case 'new-step':
      return { on: 'activity', id: open.activity }
    default:
      return null
  }
}

/** What is selected, or else what has the focus, as large as it can be read at once. */
export function zoomToSelection(): void {
  const spots = spotsMeant()
  if (spots.length === 0) return
  viewport.zoomToFit((grid) => around(spots, grid), 1, ROOM)
  say()
}

/** Whether there is anything to zoom to. */
export function hasSelection(): boolean {
  return spotsMeant().length > 0
}

function say(): void {
  announcer.say(zoomName())
}

function spotsMeant(): Spot[] {
  const { cards, spot } = selection
  const spots =
    cards.size > 0 ? [...cards].map((id): Spot => ({ on: 'card', id })) : spot ? [spot] : []
  const { terrain } = viewport
  return terrain ? spots.filter((each) => positionOf(each, terrain)) : []
}

/** The area over some spots; of a head or a step, over all that is under it. */
function around(spots: readonly Spot[], grid: Grid): Area {
  const areas = spots.map((spot) => areaOf(spot, grid))
  const [left, top] = [Math.min(...areas.map(({ x }) => x)), Math.min(...areas.map(({ y }) => y))]
  const right = Math.max(...areas.map(({ x, width }) => x + width))
  const bottom = Math.max(...areas.map(({ y, height }) => y + height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function areaOf(spot: Spot, grid: Grid): Area {
  const { terrain } = viewport
  const at = terrain && positionOf(spot, terrain)
  const block =
    spot.on === 'activity' &&
    openMap.frame?.backbone.activities.find(({ activity }) => activity === spot.id)
  const column = grid.columns[at?.column ?? -1]
  const last = block ? grid.columns[block.first + block.count - 1] : column
  const band = grid.bands[at?.row ?? -1]
  const x = column
    ? { x: column.x, width: last ? last.x + last.width - column.x : 0 }
    : { x: 0, width: grid.width }
  if (!band) return { ...x, y: 0, height: grid.height }
  const one = spot.on === 'card' && column && openMap.cards(cellKey(band.key, column.id)).length > 0
  if (one && !band.folded) return { ...x, y: rowTop(band, at?.card ?? 0, grid), height: grid.cardH }
  return { ...x, y: band.top, height: band.height }
}

/** Brings a spot into the window. */
import { openMap } from '../openMap.svelte'
import { rowTop } from './place'
import type { Spot } from './spots'
import { viewport } from './viewport.svelte'
import { positionOf } from './walk'

/** Pans as little as is needed to show a spot; one in a frozen part needs one direction only. */
export function reveal(spot: Spot): void {
  const { terrain, grid } = viewport
  const at = terrain && positionOf(spot, terrain)
  if (!grid || !at) return
  const column = grid.columns[at.column]
  const band = grid.bands[at.row]
  const upright = band && {
    y: band.folded ? band.top : at.card === 0 ? band.top : rowTop(band, at.card, grid),
    height: band.folded ? band.height : at.card === 0 ? band.track + grid.cardH : grid.cardH,
  }
  viewport.reveal({
    x: column?.x ?? (spot.on === 'add-activity' ? grid.width : viewport.x + viewport.width / 2),
    width: column?.width ?? (spot.on === 'add-activity' ? grid.cardW : 0),
    y: upright?.y ?? viewport.y + viewport.height / 2,
    height: upright?.height ?? 0,
  })
}

/** Brings an activity to the left edge of the window. */
export function revealActivity(activity: string): void {
  const block = openMap.frame?.backbone.activities.find((at) => at.activity === activity)
  const column = block && viewport.grid?.columns[block.first]
  if (column) viewport.panTo(column.x - 16, viewport.y)
}

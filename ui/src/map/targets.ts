/** Where cards in the hand would come to lie. */
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import type { Target } from './drop'
import { isOnMap, mapPoint } from './ground'
import type { Point } from './hold'
import { bandKey } from './keys'
import { placeAt } from './place'
import { viewport } from './viewport.svelte'

/** Where cards let go at this point of the window would lie; `null`: nowhere. */
export function targetAt(point: Point, cards: readonly CardId[]): Target | null {
  const under = document.elementFromPoint(point.x, point.y)
  const below = under && onItem(under, point, cards)
  if (below) return below
  if (under?.closest('[data-drop="tray"]')) return { on: 'tray' }
  const head = under?.closest<HTMLElement>('[data-drop-band]')?.dataset.dropBand
  const bands = openMap.frame?.bands ?? []
  const scene = bands.find(({ band }) => bandKey(band) === head)
  if (scene?.band.type === 'slice' || scene?.band.type === 'sprint') {
    return { on: 'cell', band: scene.band, step: null, index: Number.POSITIVE_INFINITY, head: true }
  }
  return head ? null : cellAt(point, cards)
}

/** Tasks held over the middle of a PBI's card would come below it; above and under that, into the band. */
function onItem(under: Element, { y }: Point, cards: readonly CardId[]): Target | null {
  const element = under.closest<HTMLElement>('[data-card]')
  const card = element?.dataset.card
  if (!element || !card || !cards.every((each) => openMap.faces.get(each)?.isTask)) return null
  const face = openMap.faces.get(card)
  const { top, height } = element.getBoundingClientRect()
  const middle = Math.abs(y - top - height / 2) < height * 0.3
  if (!face || face.isTask || face.kind === 'note' || !middle) return null
  return { on: 'item', item: face.reference?.item ?? card, card }
}

function cellAt(point: Point, cards: readonly CardId[]): Target | null {
  const { grid } = viewport
  if (!grid || !isOnMap(point)) return null
  const { x, y } = mapPoint(point)
  // In front of the first column is the slot of Across, while nothing is there.
  const inSlot = x < 0 && x >= -viewport.lead
  const hit = placeAt(inSlot ? 0 : x, y, grid)
  const band = hit && grid.bands[hit.band]
  const column = hit && grid.columns[hit.column]
  if (!hit || !band || !column) return null
  const allDone = cards.every((card) => openMap.faces.get(card)?.done)
  if (band.band.type === 'earlier' && !allDone) return null
  // Into what is folded a card goes at the end.
  const away = inSlot || band.folded || column.shut
  const index = away ? Number.POSITIVE_INFINITY : hit.row
  return { on: 'cell', band: band.band, step: inSlot ? null : column.id, index, head: false }
}

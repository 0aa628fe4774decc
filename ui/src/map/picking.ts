/** Which cards a hand means: those under a rectangle, those between two cards, those around one. */
import type { CardId } from '../bindings'
import type { Point } from './hold'
import { cellKey } from './keys'
import { overlapping, rowTop } from './place'
import { selection } from './selection.svelte'
import type { Spot } from './spots'
import { type Area, viewport } from './viewport.svelte'
import { isTray, positionOf, type Terrain, TRAY } from './walk'

/** The cards that a rectangle of the map touches, column by column. */
export function cardsIn(area: Area, { grid, lists }: Terrain): CardId[] {
  const { x, y, width, height } = area
  const [from, to] = overlapping(
    grid.columns,
    x,
    x + width,
    (column) => column.cardX,
    (column) => Math.min(column.width, grid.cardW),
  )
  return grid.columns.slice(from, to).flatMap((column) => {
    if (column.shut) return []
    return grid.bands.flatMap((band) => {
      if (band.folded || band.top >= y + height || band.top + band.height <= y) return []
      const top = rowTop(band, 0, grid)
      const first = Math.max(0, Math.floor((y - top - grid.cardH) / grid.pitch) + 1)
      const end = Math.max(0, Math.ceil((y + height - top) / grid.pitch))
      return lists.get(cellKey(band.key, column.id))?.slice(first, end) ?? []
    })
  })
}

/** The card at a point of the map; `null`: there is none. */
export function cardUnder({ x, y }: Point, terrain: Terrain): CardId | null {
  return cardsIn({ x, y, width: 0, height: 0 }, terrain)[0] ?? null
}

/**
 * The cards from one to another: in the tray those between them, on the map those that a rectangle from
 * the one to the other would touch.
 */
export function cardsBetween(from: CardId, to: CardId, terrain: Terrain): CardId[] {
  const list = terrain.listOf.get(to)
  if (list !== undefined && isTray(list) && terrain.listOf.get(from) === list) {
    const cards = terrain.lists.get(list) ?? []
    const [first, last] = [cards.indexOf(from), cards.indexOf(to)].sort((a, b) => a - b)
    return cards.slice(first, (last ?? 0) + 1)
  }
  const one = cardArea(from, terrain)
  const other = cardArea(to, terrain)
  return one && other ? cardsIn(around(one, other), terrain) : [to]
}

/** Where a card lies; `null`: it is not on the map. */
export function cardArea(card: CardId, terrain: Terrain): Area | null {
  const { grid } = terrain
  const at = positionOf({ on: 'card', id: card }, terrain)
  const column = at && grid.columns[at.column]
  const band = at && grid.bands[at.row]
  if (!column || !band) return null
  const { cardW: width, cardH: height } = grid
  return { x: column.cardX, y: rowTop(band, at.card, grid), width, height }
}

function around(one: Area, other: Area): Area {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/**
 * The cards around a spot that are not all selected yet: first those of its cell or part of the tray,
 * then those of its band, then all on the map.
 */
export function cardsAround(
  spot: Spot,
  selected: ReadonlySet<CardId>,
  { listOf, lists }: Terrain,
): CardId[] {
  const list =
    spot.on === 'card'
      ? (listOf.get(spot.id) ?? '')
      : spot.on === 'cell'
        ? cellKey(spot.band, spot.step)
        : ''
  const band = spot.on === 'head' ? spot.band : list.split('/')[0]
  const onMap = [...lists].filter(([key]) => !isTray(key))
  const inBand = onMap.filter(([key]) => key.split('/')[0] === band)
  const circles = [
    lists.get(list) ?? [],
    ...[inBand, onMap].map((all) => all.flatMap(([, cards]) => cards)),
  ]
  const wider = circles.find((cards) => cards.some((card) => !selected.has(card)))
  return [...(wider ?? circles.at(-1) ?? [])]
}

/** Cards in the order in which they lie: band by band, each from the left; those of the tray last. */
export function inOrder(cards: Iterable<CardId>, { grid, lists }: Terrain): CardId[] {
  const wanted = new Set(cards)
  const cells = grid.bands.flatMap((band) => grid.columns.map(({ id }) => cellKey(band.key, id)))
  const all = [...cells, ...TRAY].flatMap((list) => lists.get(list) ?? [])
  return all.filter((card) => wanted.has(card))
}

/** Selects what is around the keyboard's spot: each time more. */
export function selectAround(): void {
  const { spot } = selection
  if (!spot || !viewport.terrain) return
  selection.select(cardsAround(spot, selection.cards, viewport.terrain))
  selection.say()
}

/** Moving cards, by hand or by key: the edit, where the focus goes, and what is said of it. */
import { announcer } from '../announcer.svelte'
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { type CellTarget, letGo, removeCards, type Target } from './gestures'
import { bandKey, cellKey } from './keys'
import { cardName, cellName } from './names'
import { reorder } from './order'
import { reveal } from './reveal'
import { selection } from './selection.svelte'
import type { Spot } from './spots'
import { viewport } from './viewport.svelte'
import { type Direction, positionOf } from './walk'

const face = (card: CardId) => openMap.faces.get(card)

/** Lets cards go at a target. */
export async function move(cards: readonly CardId[], target: Target): Promise<void> {
  const there =
    target.on === 'cell' ? openMap.cards(cellKey(bandKey(target.band), target.step)) : []
  const [first] = cards
  let moved = false
  for (const edit of letGo(cards, target, there, face)) {
    const answer = await openMap.editAndShow(edit)
    moved ||= answer?.change != null
  }
  if (!first) return
  selection.go({ on: 'card', id: first })
  if (moved) announcer.say(text('window-moved', { where: whereabouts(first) }))
}

/** Removes cards; the focus goes to what comes to lie in their place. */
export async function remove(cards: readonly CardId[]): Promise<boolean> {
  let removed = false
  for (const edit of removeCards(cards, face)) {
    const answer = await openMap.editAndShow(edit)
    removed ||= answer?.change != null
  }
  void selection.settle()
  return removed
}

/** Moves cards one place further. */
export async function nudge(cards: readonly CardId[], direction: Direction): Promise<void> {
  const target = beside(cards, direction)
  if (!target) return
  await move(cards, target)
  if (selection.spot) reveal(selection.spot)
}

/** Moves a slice, an activity or a step one place further. */
export async function shift(spot: Spot, direction: Direction): Promise<void> {
  const edit = openMap.frame && reorder(spot, direction, openMap.frame)
  if (!edit) return
  await openMap.editAndShow(edit)
  reveal(spot)
  selection.go(spot)
}

function beside(cards: readonly CardId[], direction: Direction): CellTarget | null {
  const { terrain } = viewport
  const [first] = cards
  const at = terrain && first ? positionOf({ on: 'card', id: first }, terrain) : null
  if (!terrain || !at) return null
  const { grid } = terrain
  const down = direction === 'down' ? 1 : direction === 'up' ? -1 : 0
  const right = direction === 'right' ? 1 : direction === 'left' ? -1 : 0
  const list = openMap.cards(
    cellKey(grid.bands[at.row]?.key ?? '', grid.columns[at.column]?.id ?? null),
  )
  const inCell =
    down !== 0 && cards.length === 1 && at.card + down >= 0 && at.card + down < list.length
  const row = inCell ? at.row : at.row + down
  const column = grid.columns[at.column + right]
  const band = grid.bands[row]
  if (!band || !column || band.band.type === 'earlier') return null
  // One further down in the same cell is in front of the card after the next.
  const index = inCell
    ? at.card + (down > 0 ? 2 : -1)
    : down < 0
      ? Number.POSITIVE_INFINITY
      : down > 0
        ? 0
        : at.card
  return { on: 'cell', band: band.band, step: column.id, index, head: false }
}

/** "Pay by card, step Pay, slice Rush hour, 2 of 3", as it stands now. */
function whereabouts(card: CardId): string {
  const { terrain } = viewport
  const shown = face(card)
  const at = terrain && positionOf({ on: 'card', id: card }, terrain)
  const scene = at && openMap.frame?.bands[at.row]
  if (!shown) return ''
  if (!at || !scene) return `${shown.title}, ${text('window-tray')}`
  const size = openMap.cards(openMap.listOf.get(card) ?? '').length
  return cardName(
    shown,
    cellName(openMap.frame?.backbone.columns[at.column], scene),
    at.card + 1,
    size,
  )
}

/** What an act is about: the cards that are selected, else the one that has the focus. */
import type { CardId, Face, ItemId } from '../bindings'
import { canEdit, spotMeant } from '../conditions'
import { sorted } from '../map/gestures'
import { inOrder } from '../map/picking'
import { selection } from '../map/selection.svelte'
import { viewport } from '../map/viewport.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'

const face = (card: CardId): Face | undefined => openMap.faces.get(card)

/** The cards meant, in the order in which they lie; none where the focus is on something else. */
export function cardsMeant(): CardId[] {
  if (!canEdit() || spotMeant() === null) return []
  const cards = selection.meant
  return viewport.terrain ? inOrder(cards, viewport.terrain) : cards
}

/** Cards by what they are; a reference means its PBI. */
export function meant(): { cards: CardId[]; items: ItemId[]; tasks: CardId[] } {
  const cards = cardsMeant()
  const { items, tasks, references } = sorted(cards, face)
  const all = new Set([...items, ...references.map(({ reference }) => reference.item)])
  return { cards, items: [...all], tasks }
}

/** The faces of the PBIs meant. */
export function itemFaces(): Face[] {
  return cardsMeant().flatMap((card) => {
    const shown = face(card)
    return shown && !shown.isTask ? [shown] : []
  })
}

/** “Pay by card”, or “Pay by card” and 2 more. */
export function called(cards: readonly CardId[]): string {
  const [first] = cards
  const name = (first && face(first)?.title) ?? ''
  return text('act-called', { name, more: cards.length - 1 })
}

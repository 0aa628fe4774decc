/** What a press of the pointer takes hold of: cards, a part of the map's frame, or the empty ground. */
import { tick } from 'svelte'
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { carry } from './carry.svelte'
import { coming } from './coming.svelte'
import { drag } from './drag.svelte'
import type { How, Target } from './drop'
import { pull } from './ground'
import type { Point } from './hold'
import { bandKey, cellKey } from './keys'
import { marquee } from './marquee.svelte'
import { pause, timeOf } from './motion'
import { move, moving } from './moves'
import { cardsBetween } from './picking'
import { selection } from './selection.svelte'
import { spotOf } from './spots'
import { spring } from './springing'
import { targetAt } from './targets'
import { viewport } from './viewport.svelte'

/** The main button was pressed. */
export function grasp(event: PointerEvent): void {
  const target = event.target as Element
  if (target.closest('textarea, input')) return
  const card = target.closest<HTMLElement>('[data-card]')
  if (card?.dataset.card) graspCard(event, card, card.dataset.card)
  else if (target.closest('[data-map-clip]') && !target.closest('button')) {
    marquee.press(event, event.shiftKey || event.ctrlKey || event.metaKey)
  } else {
    selection.clear()
    graspPart(event, target)
  }
}

/** A step, an activity or a head, with all that is in it. */
function graspPart(event: PointerEvent, target: Element): void {
  const spot = spotOf(target)
  if (!spot || openMap.readOnly || target.closest('button, [data-add-step]')) return
  if (spot.on === 'step' || spot.on === 'activity') carry.press(event, spot)
  else if (spot.on === 'head' && spot.band !== 'later' && spot.band !== 'earlier') {
    carry.press(event, spot)
  }
}

function graspCard(event: PointerEvent, element: HTMLElement, card: CardId): void {
  const before = { spot: selection.spot, cards: [...selection.cards] }
  const one = event.ctrlKey || event.metaKey
  const was = selection.cards.has(card)
  if (event.shiftKey) reach(card)
  else if (one) selection.select([...before.cards, card])
  else if (!was) selection.select([card])
  // One that is selected already goes only when nothing is dragged by it.
  const tap = () => {
    if (one && was && !event.shiftKey) selection.toggle(card)
    else if (!one && !event.shiftKey) selection.select([card])
  }
  if (openMap.readOnly) {
    tap()
    return
  }
  const rest = [...selection.cards].filter((other) => other !== card)
  const { x, y } = element.getBoundingClientRect()
  drag.press(event, { x, y }, [card, ...rest], {
    targetAt,
    hover,
    pull,
    tap,
    drop: async (cards, target, how) => {
      spring(null)
      await move(cards, target, how)
      coming.forget()
      await tick()
    },
    landing: cornerOf,
    settle: () => pause(timeOf('--t-move')),
    cancel: () => {
      spring(null)
      coming.forget()
      selection.select(before.cards)
      if (before.spot) selection.go(before.spot)
    },
  })
}

/** Cards are held over a target: what would come of it is said there, and what is folded opens. */
function hover(cards: readonly CardId[], target: Target | null, how: How): void {
  spring(target)
  if (target?.on === 'tray') coming.rest('tray', 'tray', () => moving(cards, target))
  else if (target?.on === 'item') {
    coming.rest('item', `item ${target.item}`, () => moving(cards, target))
  } else if (target) {
    const band = bandKey(target.band)
    coming.rest(band, `${how} ${cellKey(band, target.step)}`, () => moving(cards, target, how))
  } else coming.forget()
}

/** Where a card is drawn in the window, if it is. */
function cornerOf(card: CardId): Point | null {
  const element = document.querySelector(`[data-card="${CSS.escape(card)}"]`)
  const { x, y } = element?.getBoundingClientRect() ?? {}
  return x === undefined || y === undefined ? null : { x, y }
}

/** Selects from where the hand was before to a card. */
function reach(card: CardId): void {
  const { terrain } = viewport
  const from = selection.anchor
  selection.extend(from && terrain ? cardsBetween(from, card, terrain) : [card])
}

/** What a press of the pointer takes hold of: cards, a part of the map's frame, or the empty ground. */
import { tick } from 'svelte'
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { carry } from './carry.svelte'
import { coming } from './coming.svelte'
import { drag } from './drag.svelte'
import type { How, Target } from './drop'
import { mapPoint, pull, windowPoint } from './ground'
import type { Point } from './hold'
import { bandKey, cellKey } from './keys'
import { marquee } from './marquee.svelte'
import { pause, timeOf } from './motion'
import { move, moving } from './moves'
import { cardArea, cardsBetween, cardUnder } from './picking'
import { placeAt } from './place'
import { selection } from './selection.svelte'
import { spotOf } from './spots'
import { spring } from './springing'
import { targetAt } from './targets'
import { viewport } from './viewport.svelte'
import { spotAt } from './walk'

/** The main button was pressed. */
export function grasp(event: PointerEvent): void {
  const target = event.target as Element
  if (target.closest('textarea, input')) return
  const card = target.closest<HTMLElement>('[data-card]')?.dataset.card ?? blockAt(event, target)
  if (card) {
    graspCard(event, card)
    // A block is not in the page, so the page's focus does not come to it by itself.
    if (viewport.painted) selection.go({ on: 'card', id: card })
  } else if (target.closest('[data-map-clip]') && !target.closest('button')) {
    if (viewport.painted) visitCell(event)
    marquee.press(event, event.shiftKey || event.ctrlKey || event.metaKey)
  } else {
    const spot = spotOf(target)
    if (spot?.on === 'step' && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      pickStep(spot.id, event.shiftKey)
      return
    }
    selection.clear()
    graspPart(event, target)
  }
}

/** The card under the hand where cards are blocks; `null`: cards are in the page, or none is there. */
function blockAt({ clientX: x, clientY: y }: PointerEvent, target: Element): CardId | null {
  const { terrain, painted } = viewport
  if (!painted || !terrain || !target.closest('[data-map-clip]')) return null
  return cardUnder(mapPoint({ x, y }), terrain)
}

/** The focus goes to the empty cell under the hand, as it would if that were in the page. */
function visitCell({ clientX: x, clientY: y }: PointerEvent): void {
  const { terrain } = viewport
  const point = mapPoint({ x, y })
  const hit = terrain && placeAt(point.x, point.y, terrain.grid)
  const spot = hit && spotAt({ column: hit.column, row: hit.band, card: 0 }, terrain)
  if (spot?.on === 'cell') selection.go(spot)
}

/** One step more or less; with Shift all from where the hand was before. */
function pickStep(step: string, reach: boolean): void {
  const { spot } = selection
  const columns = (openMap.frame?.backbone.columns ?? []).map((column) => column.step)
  const from = spot?.on === 'step' ? columns.indexOf(spot.id) : -1
  if (!reach || from < 0) {
    selection.toggleStep(step)
    return
  }
  const [first = 0, last = 0] = [from, columns.indexOf(step)].sort((one, other) => one - other)
  selection.selectSteps(columns.slice(first, last + 1).flatMap((at) => at ?? []))
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

function graspCard(event: PointerEvent, card: CardId): void {
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
  const corner = cornerOf(card) ?? { x: event.clientX, y: event.clientY }
  drag.press(event, corner, [card, ...rest], {
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
  const { terrain, painted } = viewport
  const area = painted && terrain ? cardArea(card, terrain) : null
  if (area) return windowPoint(area)
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

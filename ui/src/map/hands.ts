/** What the pointer does in the map and in the tray. */
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { drag, type Ground, type Point } from './drag.svelte'
import { editing } from './editing.svelte'
import type { Target } from './gestures'
import { bandKey } from './keys'
import { move } from './moves'
import { placeAt } from './place'
import { selection } from './selection.svelte'
import { type Spot, spotOf } from './spots'
import { viewport } from './viewport.svelte'
import { startStep } from './writing'

/** Within so many pixels of the map's edge a drag pulls at it, by as many pixels a frame at most. */
const EDGE = 48
const PULL = 18
/** A wheel that counts lines, not pixels: how tall one is. */
const LINE = 40

/** Listens to the pointer in a part of the window with cards. */
export function hands(root: HTMLElement): () => void {
  const listening = new AbortController()
  const on = { signal: listening.signal }
  root.addEventListener('pointerdown', press, on)
  root.addEventListener('click', (event) => click(event.target as Element), on)
  root.addEventListener('dblclick', (event) => open(event.target as Element), on)
  root.addEventListener('focusin', (event) => note(event.target as Element), on)
  return () => listening.abort()
}

/** The wheel pans the map; with Shift sideways. */
export function wheel(root: HTMLElement): () => void {
  const pan = (event: WheelEvent) => {
    event.preventDefault()
    if (event.ctrlKey) return
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
    const sideways = event.shiftKey && event.deltaX === 0
    const [x, y] = sideways ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    viewport.pan(x * unit, y * unit)
  }
  root.addEventListener('wheel', pan, { passive: false })
  return () => root.removeEventListener('wheel', pan)
}

function press(event: PointerEvent): void {
  const target = event.target as Element
  const card = target.closest<HTMLElement>('[data-card]')
  if (event.button === 1) pan(event)
  else if (event.button === 0 && card?.dataset.card) pressCard(event, card, card.dataset.card)
  else if (event.button === 0) selection.clear()
}

/** A click on one of the places where something new comes, or on Across while it is shut. */
function click(target: Element): void {
  const spot = spotOf(target)
  const activity = target.closest<HTMLElement>('[data-add-step]')?.dataset.addStep
  if (activity) startStep(activity)
  else if (target.closest('[data-across]')) openMap.look({ acrossOpen: true })
  else if (target.closest('[data-add]') && spot?.on === 'cell') {
    editing.start({ what: 'new-card', ...spot, first: '' })
  }
}

function pressCard(event: PointerEvent, element: HTMLElement, card: CardId): void {
  const more = event.ctrlKey || event.metaKey || event.shiftKey
  if (more) selection.toggle(card)
  else if (!selection.cards.has(card)) selection.select([card])
  if (openMap.readOnly) return
  const rest = [...selection.cards].filter((other) => other !== card)
  const { x, y } = element.getBoundingClientRect()
  const ground: Ground = {
    targetAt,
    pull,
    drop: (cards, target) => void move(cards, target),
    tap: () => {
      if (!more) selection.select([card])
    },
  }
  drag.press(event, { x, y }, [card, ...rest], ground)
}

function open(target: Element): void {
  if (openMap.readOnly) return
  const spot = spotOf(target)
  if (spot && canBeRenamed(spot)) editing.start({ what: 'rename', spot })
  else if (spot?.on === 'cell' && !target.closest('[data-across]'))
    editing.start({ what: 'new-card', ...spot, first: '' })
}

/** Whether a spot has a name of its own. */
export function canBeRenamed(spot: Spot): boolean {
  if (spot.on === 'head') return spot.band !== 'later' && spot.band !== 'earlier'
  return spot.on === 'card' || spot.on === 'activity' || spot.on === 'step'
}

function note(target: Element): void {
  // A field is not the spot that it lies on: what was written last keeps the focus.
  const spot = target instanceof HTMLTextAreaElement ? null : spotOf(target)
  if (spot) selection.note(spot)
}

/** The middle button takes hold of the map itself. */
function pan(event: PointerEvent): void {
  event.preventDefault()
  const listening = new AbortController()
  const on = { signal: listening.signal }
  window.addEventListener(
    'pointermove',
    (moved) => viewport.pan(-moved.movementX, -moved.movementY),
    on,
  )
  window.addEventListener('pointerup', () => listening.abort(), on)
  window.addEventListener('pointercancel', () => listening.abort(), on)
}

/** The part of the window in which the map is, without its frozen parts. */
function clip(): DOMRect | undefined {
  return document.querySelector('[data-map-clip]')?.getBoundingClientRect()
}

function targetAt(point: Point): Target | null {
  const under = document.elementFromPoint(point.x, point.y)
  if (under?.closest('[data-drop="tray"]')) return { on: 'tray' }
  const head = under?.closest<HTMLElement>('[data-drop-band]')?.dataset.dropBand
  const bands = openMap.frame?.bands ?? []
  const scene = bands.find(({ band }) => bandKey(band) === head)
  if (scene?.band.type === 'slice') {
    return { on: 'cell', band: scene.band, step: null, index: Number.POSITIVE_INFINITY, head: true }
  }
  return head ? null : cellAt(point)
}

function cellAt({ x, y }: Point): Target | null {
  const { grid } = viewport
  const area = clip()
  if (!grid || !area || x < area.left || x > area.right || y < area.top || y > area.bottom)
    return null
  const hit = placeAt(x - area.left + viewport.x, y - area.top + viewport.y, grid)
  const band = hit && grid.bands[hit.band]
  const column = hit && grid.columns[hit.column]
  if (!hit || !band || !column || band.folded) return null
  const allDone = drag.cards.every((card) => openMap.faces.get(card)?.done)
  if (band.band.type === 'earlier' && !allDone) return null
  return { on: 'cell', band: band.band, step: column.id, index: hit.row, head: false }
}

function pull({ x, y }: Point): boolean {
  const area = clip()
  if (!area || x < area.left - EDGE || y < area.top - EDGE) return false
  const before = [viewport.x, viewport.y]
  viewport.pan(towards(x, area.left, area.right), towards(y, area.top, area.bottom))
  return viewport.x !== before[0] || viewport.y !== before[1]
}

function towards(at: number, from: number, to: number): number {
  const near = Math.max(0, Math.min(1, (from + EDGE - at) / EDGE))
  const far = Math.max(0, Math.min(1, (at - to + EDGE) / EDGE))
  return Math.round((far - near) * PULL)
}

/**
 * Dragging cards: idle → pressed → dragging, left by letting go or by Esc.
 *
 * By pointer events, not by HTML5 drag and drop: that one cannot be cancelled everywhere, and no test
 * can do it.
 */
import type { CardId } from '../bindings'
import type { Target } from './gestures'

/** How far the hand must move before a press becomes a drag, in pixels. */
const THRESHOLD = 4

/** A point in the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What a drag asks of the map. */
export interface Ground {
  /** Where cards let go at this point would lie; `null`: nowhere. */
  targetAt(point: Point): Target | null
  /** The hand let go where it pressed. */
  tap(): void
  /** The cards were let go. */
  drop(cards: readonly CardId[], target: Target): void
  /** The hand came near an edge: what lies beyond comes into the window. Says whether it moved. */
  pull(point: Point): boolean
}

export class Drag {
  /** The cards under way; the first one is the one in the hand. Empty while nothing is dragged. */
  cards = $state.raw<readonly CardId[]>([])
  /** Where the top left corner of the card in the hand is, in the window. */
  at = $state.raw<Point>({ x: 0, y: 0 })
  target = $state.raw<Target | null>(null)
  readonly active = $derived(this.cards.length > 0)

  #point: Point = { x: 0, y: 0 }
  #frame = 0
  #end: () => void = () => {}

  /** The pointer was pressed on a card whose corner is at `corner`; `cards` would come along. */
  press(event: PointerEvent, corner: Point, cards: readonly CardId[], ground: Ground): void {
    this.#end()
    const start = { x: event.clientX, y: event.clientY }
    const grip = { x: start.x - corner.x, y: start.y - corner.y }
    const listening = new AbortController()
    const on = { signal: listening.signal }

    const move = (moved: PointerEvent) => {
      this.#point = { x: moved.clientX, y: moved.clientY }
      const far = Math.hypot(moved.clientX - start.x, moved.clientY - start.y)
      if (!this.active && far < THRESHOLD) return
      if (!this.active) this.#begin(cards, ground)
      this.at = { x: moved.clientX - grip.x, y: moved.clientY - grip.y }
      this.target = ground.targetAt(this.#point)
    }
    const up = () => {
      const { target, active } = this
      this.#end()
      if (!active) ground.tap()
      else if (target) ground.drop(cards, target)
    }
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || !this.active) return
      pressed.preventDefault()
      pressed.stopPropagation()
      this.#end()
    }
    this.#end = () => {
      listening.abort()
      cancelAnimationFrame(this.#frame)
      this.cards = []
      this.target = null
      this.#end = () => {}
    }
    window.addEventListener('pointermove', move, on)
    window.addEventListener('pointerup', up, on)
    window.addEventListener('pointercancel', () => this.#end(), on)
    window.addEventListener('blur', () => this.#end(), on)
    window.addEventListener('keydown', key, { ...on, capture: true })
  }

  /** Whether a card is under way. */
  has(card: CardId): boolean {
    return this.cards.includes(card)
  }

  #begin(cards: readonly CardId[], ground: Ground): void {
    this.cards = cards
    const pull = () => {
      if (ground.pull(this.#point)) this.target = ground.targetAt(this.#point)
      this.#frame = requestAnimationFrame(pull)
    }
    this.#frame = requestAnimationFrame(pull)
  }
}

/** The one of this window. */
export const drag = new Drag()

/**
 * A press of the pointer and what becomes of it: idle → pressed → held, left by letting go or by Esc.
 *
 * By pointer events, not by HTML5 drag and drop: that one cannot be cancelled everywhere, and no test
 * can do it.
 */

/** How far the hand must move before a press becomes a drag, in pixels. */
const THRESHOLD = 4

/** A point in the window. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The keys that say how what is held is let go. */
export interface Keys {
  readonly ctrl: boolean
  readonly alt: boolean
}

/** What a press does. */
export interface Hold {
  /** The hand let go where it pressed. */
  tap?(): void
  /** The hand is here now, or a key was pressed or let go, or the ground moved under the hand. */
  move(point: Point, keys: Keys): void
  /** The hand let go; it had moved. */
  drop(): void
  /** The hand had moved, and it is as if it had never pressed. */
  cancel(): void
  /** The hand may be near an edge: what lies beyond comes into the window. Says whether it moved. */
  pull?(point: Point): boolean
}

const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta']

let leave: () => void = () => {}

/** Follows the pointer from its press until it lets go: one press at a time. */
export function hold(event: PointerEvent, what: Hold): void {
  leave()
  const start = { x: event.clientX, y: event.clientY }
  const listening = new AbortController()
  const on = { signal: listening.signal }
  let point: Point = start
  let keys = keysOf(event)
  let held = false
  let frame = 0

  const end = () => {
    listening.abort()
    cancelAnimationFrame(frame)
    leave = () => {}
  }
  const cancel = () => {
    end()
    if (held) what.cancel()
  }
  const pull = () => {
    if (what.pull?.(point)) what.move(point, keys)
    frame = requestAnimationFrame(pull)
  }
  const move = (moved: PointerEvent) => {
    point = { x: moved.clientX, y: moved.clientY }
    keys = keysOf(moved)
    if (!held && Math.hypot(point.x - start.x, point.y - start.y) < THRESHOLD) return
    if (!held && what.pull) frame = requestAnimationFrame(pull)
    held = true
    what.move(point, keys)
  }
  const up = () => {
    end()
    if (held) what.drop()
    else what.tap?.()
  }
  const key = (pressed: KeyboardEvent) => {
    if (!held) return
    // While the hand is full no other key means anything.
    pressed.preventDefault()
    pressed.stopPropagation()
    if (pressed.key === 'Escape' && pressed.type === 'keydown') cancel()
    else if (MODIFIERS.includes(pressed.key)) {
      keys = keysOf(pressed)
      what.move(point, keys)
    }
  }
  leave = cancel
  window.addEventListener('pointermove', move, on)
  window.addEventListener('pointerup', up, on)
  window.addEventListener('pointercancel', cancel, on)
  window.addEventListener('blur', cancel, on)
  window.addEventListener('keydown', key, { ...on, capture: true })
  window.addEventListener('keyup', key, { ...on, capture: true })
}

function keysOf({ ctrlKey, metaKey, altKey }: PointerEvent | KeyboardEvent): Keys {
  return { ctrl: ctrlKey || metaKey, alt: altKey }
}

/** What moves the map under the window, and makes it larger or smaller: wheel, pinch, and the hand that drags it. */
import { viewport } from './viewport.svelte'

/** A wheel that counts lines, not pixels: how tall one is. */
const LINE = 40
/** By so much a pixel of the wheel zooms: a notch of a mouse is about a fifth. */
const PER_PIXEL = 0.0018
/** No single event zooms by more. */
const MOST_AT_ONCE = 120

/** Listens to the wheel, to a pinch, and to the hand that takes hold of the map itself. */
export function panning(root: HTMLElement): () => void {
  const listening = new AbortController()
  const on = { signal: listening.signal }
  root.addEventListener('wheel', wheel, { ...on, passive: false })
  root.addEventListener('pointerdown', press, { ...on, capture: true })
  // The page itself is never magnified: this is a window, and its text has its size.
  window.addEventListener('wheel', keepPage, { ...on, passive: false })
  const key = (event: KeyboardEvent) => hold(root, event)
  window.addEventListener('keydown', key, on)
  window.addEventListener('keyup', key, on)
  window.addEventListener('blur', () => letGo(root), on)
  return () => listening.abort()
}

/** The wheel pans, with Shift sideways; with Ctrl it zooms. A pinch on a touchpad is a wheel with Ctrl. */
function wheel(event: WheelEvent): void {
  event.preventDefault()
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
  const [right, down] = [event.deltaX * unit, event.deltaY * unit]
  if (event.ctrlKey) {
    const by = Math.max(-MOST_AT_ONCE, Math.min(down, MOST_AT_ONCE))
    viewport.zoomTo(viewport.zoom * Math.exp(-by * PER_PIXEL), inView(event))
  } else if (event.shiftKey && right === 0) viewport.pan(down, 0)
  else viewport.pan(right, down)
}

function keepPage(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault()
}

/** A place in the part of the window that shows the map; over a frozen part, the nearest one. */
function inView({ clientX, clientY }: MouseEvent): { x: number; y: number } {
  const area = document.querySelector('[data-map-clip]')?.getBoundingClientRect()
  if (!area) return { x: 0, y: 0 }
  return {
    x: Math.max(0, Math.min(clientX - area.left, area.width)),
    y: Math.max(0, Math.min(clientY - area.top, area.height)),
  }
}

/** While Space is held, the hand takes hold of the map. */
function hold(root: HTMLElement, { type, key, target }: KeyboardEvent): void {
  const writes = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  if (key !== ' ' || writes) return
  if (type === 'keydown') root.dataset.hand = 'open'
  else letGo(root)
}

function letGo(root: HTMLElement): void {
  delete root.dataset.hand
}

/** The middle button, or any while Space is held, drags the map. */
function press(event: PointerEvent): void {
  const root = event.currentTarget as HTMLElement
  if (event.button !== 1 && !(event.button === 0 && root.dataset.hand)) return
  // Whoever listens for cards hears nothing of it.
  event.preventDefault()
  event.stopImmediatePropagation()
  const bySpace = root.dataset.hand !== undefined
  root.dataset.hand = 'shut'
  const from = { x: viewport.x + event.clientX, y: viewport.y + event.clientY }
  const dragging = new AbortController()
  const on = { signal: dragging.signal }
  const end = () => {
    dragging.abort()
    // Space may have been let go meanwhile.
    if (bySpace && root.dataset.hand) root.dataset.hand = 'open'
    else letGo(root)
  }
  window.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => viewport.panTo(from.x - clientX, from.y - clientY),
    on,
  )
  window.addEventListener('pointerup', end, on)
  window.addEventListener('pointercancel', end, on)
}

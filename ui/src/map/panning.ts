/** What moves the map under the window, and makes it larger or smaller: wheel, pinch, and the hand that drags it. */
import { editing } from './editing.svelte'
import { viewport } from './viewport.svelte'

/** A wheel that counts lines, not pixels: how tall one is. */
const LINE = 40
/** By so much a pixel of the wheel zooms: a notch of a mouse is about a fifth. */
const PER_PIXEL = 0.0018
/** No single event zooms by more. */
const MOST_AT_ONCE = 120

/** So many pixels an arrow moves the map. */
const PER_ARROW = 80
const ARROWS: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** The map rests when it was not moved for so many milliseconds. */
const REST = 160

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
  window.addEventListener('keydown', arrow, on)
  root.addEventListener('wheel', () => quieten(root), { ...on, passive: true })
  window.addEventListener('pinch', (event) => pinch(root, event), on)
  return () => listening.abort()
}

/** The wheel pans, with Shift sideways; with Ctrl it zooms. A pinch on a touchpad is a wheel with Ctrl. */
function wheel(event: WheelEvent): void {
  event.preventDefault()
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
  const [right, down] = [event.deltaX * unit, event.deltaY * unit]
  if (event.ctrlKey) {
    const by = Math.max(-MOST_AT_ONCE, Math.min(down, MOST_AT_ONCE))
    turn(() => viewport.zoomTo(viewport.zoom * Math.exp(-by * PER_PIXEL), inView(event)))
  } else if (event.shiftKey && right === 0) viewport.pan(down, 0)
  else viewport.pan(right, down)
}

/** The shell says what fingers on a touchpad do: the page is not magnified by them, so the map can be. */
interface Pinch {
  readonly x: number
  readonly y: number
  /** By how much the fingers spread since the last time. */
  readonly by: number
}

function pinch(root: HTMLElement, event: Event): void {
  const { x, y, by } = (event as CustomEvent<Pinch>).detail
  if (!root.contains(document.elementFromPoint(x, y))) return
  quieten(root)
  turn(() => viewport.zoomTo(viewport.zoom * by, inView({ clientX: x, clientY: y })))
}

/** Where nothing has the focus, the arrows move the map itself. */
function arrow(event: KeyboardEvent): void {
  const [right, down] = ARROWS[event.key] ?? [0, 0]
  const { target, altKey, ctrlKey, metaKey } = event
  if ((!right && !down) || target !== document.body || altKey || ctrlKey || metaKey) return
  event.preventDefault()
  viewport.pan(right * PER_ARROW, down * PER_ARROW)
}

/** Zooms by hand: until the map rests its cards are painted, unless one of them is being written. */
function turn(zoom: () => void): void {
  viewport.turning = editing.open === null
  zoom()
}

let quiet = 0

/** Until the map rests again it casts no shadows: they are the most of what there is to paint. */
function quieten(root: HTMLElement): void {
  root.dataset.panning = ''
  clearTimeout(quiet)
  quiet = setTimeout(() => {
    delete root.dataset.panning
    viewport.turning = false
  }, REST)
}

function keepPage(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault()
}

/** A place in the part of the window that shows the map; over a frozen part, the nearest one. */
function inView({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): {
  x: number
  y: number
} {
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
    ({ clientX, clientY }) => {
      quieten(root)
      viewport.panTo(from.x - clientX, from.y - clientY)
    },
    on,
  )
  window.addEventListener('pointerup', end, on)
  window.addEventListener('pointercancel', end, on)
}

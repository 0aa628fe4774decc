/** Between the pointer and the map: which point of the map is under the hand, and panning at its edges. */
import type { Point } from './hold'
import { viewport } from './viewport.svelte'

/** Within so many pixels of the map's edge a drag pulls at it, by as many pixels a frame at most. */
const EDGE = 48
const PULL = 18

/** The part of the window in which the map is, without its frozen parts. */
function clip(): DOMRect | undefined {
  return document.querySelector('[data-map-clip]')?.getBoundingClientRect()
}

/** The point of the map under a point of the window, also where something frozen lies over it. */
export function mapPoint({ x, y }: Point): Point {
  const area = clip()
  return { x: x - (area?.left ?? 0) + viewport.x, y: y - (area?.top ?? 0) + viewport.y }
}

/** The point of the window over a point of the map: {@link mapPoint} turned round. */
export function windowPoint({ x, y }: Point): Point {
  const area = clip()
  return { x: x - viewport.x + (area?.left ?? 0), y: y - viewport.y + (area?.top ?? 0) }
}

/** Whether a point of the window is in the part that shows the map. */
export function isOnMap({ x, y }: Point): boolean {
  const area = clip()
  return !!area && x >= area.left && x <= area.right && y >= area.top && y <= area.bottom
}

/** The hand is near an edge of the map: what lies beyond comes into the window. Says whether it moved. */
export function pull(point: Point): boolean {
  const area = clip()
  if (!area || point.x < area.left - EDGE || point.y < area.top - EDGE) return false
  return pan(rightwards(point, area), downwards(point, area))
}

/** As {@link pull}, for a hand over the backbone. */
export function pullSideways(point: Point): boolean {
  const area = clip()
  return !!area && pan(rightwards(point, area), 0)
}

/** As {@link pull}, for a hand over the heads. */
export function pullUpright(point: Point): boolean {
  const area = clip()
  return !!area && pan(0, downwards(point, area))
}

function pan(right: number, down: number): boolean {
  const before = [viewport.x, viewport.y]
  viewport.pan(right, down)
  return viewport.x !== before[0] || viewport.y !== before[1]
}

function rightwards({ x }: Point, { left, right }: DOMRect): number {
  return towards(x, left, right)
}

function downwards({ y }: Point, { top, bottom }: DOMRect): number {
  return towards(y, top, bottom)
}

function towards(at: number, from: number, to: number): number {
  const near = Math.max(0, Math.min(1, (from + EDGE - at) / EDGE))
  const far = Math.max(0, Math.min(1, (at - to + EDGE) / EDGE))
  return Math.round((far - near) * PULL)
}

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Drag, type Ground } from './drag.svelte'
import type { Target } from './gestures'

const tray: Target = { on: 'tray' }
let drag: Drag
let ground: Ground & { dropped: unknown[]; taps: number }

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  drag = new Drag()
  ground = {
    dropped: [],
    taps: 0,
    targetAt: ({ x }) => (x > 100 ? tray : null),
    drop: (cards, target) => ground.dropped.push([cards, target]),
    tap: () => ground.taps++,
    pull: () => false,
  }
})
afterEach(() => vi.unstubAllGlobals())

const at = (type: string, x: number, y = 0) =>
  new MouseEvent(type, { clientX: x, clientY: y }) as PointerEvent
const hand = (type: string, x: number) => window.dispatchEvent(at(type, x))

test('a press that hardly moves is a tap, and moves nothing', () => {
  drag.press(at('pointerdown', 10), { x: 0, y: 0 }, ['Card'], ground)
  hand('pointermove', 13)
  expect(drag.active).toBe(false)
  hand('pointerup', 13)
  expect([ground.taps, ground.dropped]).toEqual([1, []])
})

test('cards let go over a target are dropped there', () => {
  drag.press(at('pointerdown', 10), { x: 2, y: 0 }, ['Card', 'Cash'], ground)
  hand('pointermove', 150)
  expect(drag.cards).toEqual(['Card', 'Cash'])
  expect(drag.at.x, 'the hand keeps its grip on the card').toBe(142)
  hand('pointerup', 150)
  expect(ground.dropped).toEqual([[['Card', 'Cash'], tray]])
  expect(drag.active).toBe(false)
})

test('cards let go over nothing lie where they were', () => {
  drag.press(at('pointerdown', 10), { x: 0, y: 0 }, ['Card'], ground)
  hand('pointermove', 50)
  hand('pointerup', 50)
  expect([ground.taps, ground.dropped]).toEqual([0, []])
})

test('Esc puts them back, and what the hand does afterwards means nothing', () => {
  drag.press(at('pointerdown', 10), { x: 0, y: 0 }, ['Card'], ground)
  hand('pointermove', 150)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  expect(drag.active).toBe(false)
  hand('pointerup', 150)
  expect(ground.dropped).toEqual([])
})

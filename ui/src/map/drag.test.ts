import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Drag, type Ground } from './drag.svelte'
import type { Target } from './drop'

const tray: Target = { on: 'tray' }
let drag: Drag
let ground: Ground & { dropped: unknown[]; cancelled: number }

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  drag = new Drag()
  ground = {
    dropped: [],
    cancelled: 0,
    targetAt: ({ x }) => (x > 100 ? tray : null),
    hover: () => {},
    drop: async (cards, target, how) => {
      ground.dropped.push([cards, target, how])
    },
    landing: () => ({ x: 300, y: 5 }),
    settle: async () => {},
    cancel: () => ground.cancelled++,
    tap: () => {},
    pull: () => false,
  }
})
afterEach(() => vi.unstubAllGlobals())

const at = (type: string, x: number, y = 0) =>
  new MouseEvent(type, { clientX: x, clientY: y }) as PointerEvent
const hand = (type: string, x: number) => window.dispatchEvent(at(type, x))

test('cards let go over a target are dropped there, and the one in the hand lands in its place', async () => {
  drag.press(at('pointerdown', 10), { x: 2, y: 0 }, ['Card', 'Cash'], ground)
  expect(drag.active, 'a press alone is no drag').toBe(false)
  hand('pointermove', 150)
  expect(drag.cards).toEqual(['Card', 'Cash'])
  expect(drag.at.x, 'the hand keeps its grip on the card').toBe(142)
  hand('pointerup', 150)
  expect(ground.dropped).toEqual([[['Card', 'Cash'], tray, 'move']])
  expect([drag.active, drag.has('Cash')], 'under way until they lie there').toEqual([false, true])
  await vi.waitFor(() => expect(drag.has('Cash')).toBe(false))
  expect(drag.at.x).toBe(300)
})

test('cards let go over nothing lie where they were', () => {
  drag.press(at('pointerdown', 10), { x: 0, y: 0 }, ['Card'], ground)
  hand('pointermove', 50)
  hand('pointerup', 50)
  expect([ground.cancelled, ground.dropped]).toEqual([1, []])
})

test('Esc puts them back', () => {
  drag.press(at('pointerdown', 10), { x: 0, y: 0 }, ['Card'], ground)
  hand('pointermove', 150)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
  hand('pointerup', 150)
  expect([drag.active, ground.cancelled, ground.dropped]).toEqual([false, 1, []])
})

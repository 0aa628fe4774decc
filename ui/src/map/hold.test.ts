import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Hold, hold } from './hold'

let told: string[]
let what: Hold

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 1)
  told = []
  what = {
    tap: () => told.push('tap'),
    move: ({ x }, { ctrl, alt }) => told.push(`${x}${ctrl ? ' ctrl' : ''}${alt ? ' alt' : ''}`),
    drop: () => told.push('drop'),
    cancel: () => told.push('cancel'),
  }
})
afterEach(() => {
  hand('pointerup', 0)
  vi.unstubAllGlobals()
})

const at = (type: string, x: number, keys: MouseEventInit = {}) =>
  new MouseEvent(type, { clientX: x, ...keys }) as PointerEvent
const hand = (type: string, x: number) => window.dispatchEvent(at(type, x))
const key = (type: string, name: string, more: KeyboardEventInit = {}) =>
  window.dispatchEvent(new KeyboardEvent(type, { key: name, ...more }))

test('a press that hardly moves is a tap', () => {
  hold(at('pointerdown', 10), what)
  hand('pointermove', 13)
  hand('pointerup', 13)
  expect(told).toEqual(['tap'])
})

test('a press that moves is a drag, and let go it is over', () => {
  hold(at('pointerdown', 10), what)
  hand('pointermove', 50)
  hand('pointermove', 51)
  hand('pointerup', 51)
  hand('pointermove', 90)
  expect(told).toEqual(['50', '51', 'drop'])
})

test('Esc takes it back, and what the hand does afterwards means nothing', () => {
  hold(at('pointerdown', 10), what)
  hand('pointermove', 50)
  key('keydown', 'Escape')
  hand('pointerup', 50)
  expect(told).toEqual(['50', 'cancel'])
})

test('a key that is pressed on the way is heard at once, and no other key is', () => {
  const beneath = vi.fn()
  window.addEventListener('keydown', beneath)
  hold(at('pointerdown', 10), what)
  hand('pointermove', 50)
  key('keydown', 'Control', { ctrlKey: true })
  key('keyup', 'Control')
  key('keydown', 'Alt', { altKey: true })
  key('keydown', 'Delete')
  expect(told).toEqual(['50', '50 ctrl', '50', '50 alt'])
  window.removeEventListener('keydown', beneath)
})

test('a second press ends the first', () => {
  hold(at('pointerdown', 10), what)
  hand('pointermove', 50)
  hold(at('pointerdown', 60), { move: () => {}, drop: () => {}, cancel: () => {} })
  expect(told).toEqual(['50', 'cancel'])
})

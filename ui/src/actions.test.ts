import { expect, test, vi } from 'vitest'
import { type Action, isPressed } from './action'
import { actions } from './actions'

vi.mock('./shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('./bindings', () => ({ commands: {} }))

const event = (key: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, ...more })

test('keys are pressed with exactly the keys that they name', () => {
  expect(isPressed('Ctrl+Z', event('z', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Ctrl+Z', event('Z', { ctrlKey: true, shiftKey: true }))).toBe(false)
  expect(isPressed('Ctrl+Shift+Z', event('Z', { ctrlKey: true, shiftKey: true }))).toBe(true)
  expect(isPressed('Ctrl+Z', event('z', { metaKey: true })), 'Command on a Mac').toBe(true)
  expect(isPressed('N', event('n', { altKey: true }))).toBe(false)
  expect(isPressed('Delete', event('Delete'))).toBe(true)
})

test('signs and digits are pressed on any keyboard, whatever Shift makes of them there', () => {
  expect(isPressed('Ctrl++', event('+', { ctrlKey: true, shiftKey: true }))).toBe(true)
  expect(isPressed('Ctrl++', event('+', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Ctrl+-', event('-', { ctrlKey: true }))).toBe(true)
  expect(isPressed('Ctrl+-', event('-'))).toBe(false)
  expect(isPressed('Shift+1', event('!', { code: 'Digit1', shiftKey: true }))).toBe(true)
  expect(isPressed('Shift+1', event('1', { code: 'Digit1' }))).toBe(false)
  expect(isPressed('Ctrl+1', event('&', { code: 'Digit1', ctrlKey: true }))).toBe(true)
})

test('no two actions share a key', () => {
  // A single letter means one thing where there is no map, and may mean another on one.
  const keys = Object.values<Action>(actions).flatMap(({ keys, onMap }) =>
    keys.map((key) => (onMap ? `${key} on a map` : key)),
  )
  expect(new Set(keys).size).toBe(keys.length)
})

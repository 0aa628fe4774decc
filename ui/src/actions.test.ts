import { expect, test, vi } from 'vitest'
import { actions, isPressed } from './actions'

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

test('no two actions share a key', () => {
  const keys = Object.values(actions).flatMap((action) => [...action.keys])
  expect(new Set(keys).size).toBe(keys.length)
})

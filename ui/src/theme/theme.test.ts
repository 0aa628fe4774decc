import { beforeEach, expect, test, vi } from 'vitest'
import { theme } from './theme.svelte'

const turn = new Map<string, (event: { matches: boolean }) => void>()
const root = document.createElement('div')
beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    addEventListener: (_: string, heard: (event: { matches: boolean }) => void) =>
      turn.set(query, heard),
  }))
  theme.follow(root)
})

test('the window turns dark and takes more contrast when the system does', () => {
  expect(root.dataset.theme).toBe('light')
  expect(root.dataset.contrast).toBeUndefined()
  turn.get('(prefers-color-scheme: dark)')?.({ matches: true })
  turn.get('(prefers-contrast: more)')?.({ matches: true })
  expect(root.dataset.theme).toBe('dark')
  expect(root.dataset.contrast).toBe('high')
})

test('a choice goes before the system, and is there at the next start', () => {
  theme.choose({ light: 'dark', highContrast: true })
  expect(root.dataset.theme).toBe('dark')
  expect(root.dataset.contrast).toBe('high')
  const next = document.createElement('div')
  theme.follow(next)
  expect(next.dataset.theme).toBe('dark')
  theme.choose({ light: 'system', highContrast: false })
  expect(next.dataset.theme).toBe('light')
})

test('a workshop is of high contrast, whatever is chosen', () => {
  theme.wear('workshop')
  expect(root.dataset.contrast).toBe('high')
  theme.wear('team')
  expect(root.dataset.contrast).toBeUndefined()
})

test('a choice that cannot be read is none', () => {
  localStorage.setItem('appearance', '{ broken')
  theme.follow(root)
  expect(root.dataset.theme).toBe('light')
})

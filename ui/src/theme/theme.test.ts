import { expect, test, vi } from 'vitest'
import { followTheSystem } from './theme'

test('the window turns dark when the system does', () => {
  const turn = new Map<string, (event: { matches: boolean }) => void>()
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    addEventListener: (_: string, heard: (event: { matches: boolean }) => void) =>
      turn.set(query, heard),
  }))
  const root = document.createElement('div')

  followTheSystem(root)
  expect(root.dataset.theme).toBe('light')
  expect(root.dataset.contrast).toBeUndefined()

  turn.get('(prefers-color-scheme: dark)')?.({ matches: true })
  turn.get('(prefers-contrast: more)')?.({ matches: true })
  expect(root.dataset.theme).toBe('dark')
  expect(root.dataset.contrast).toBe('high')
})

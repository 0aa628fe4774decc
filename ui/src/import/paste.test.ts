import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../bindings'
import { toasts } from '../toasts.svelte'
import { drops } from './drops.svelte'
import { importing } from './importing.svelte'
import { paste } from './paste'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: { readPasted: vi.fn(), readDropped: vi.fn() } }))

const refusal = { status: 'error' as const, error: { code: null, message: 'No.' } }
const shown = { token: 1 } as never

beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(commands.readPasted).mockResolvedValue(refusal)
  vi.mocked(commands.readDropped).mockResolvedValue(refusal)
})
afterEach(() => {
  importing.preview = null
  drops.over = false
})

function pasted(text: string, target: EventTarget = document.body) {
  const event = new Event('paste', { cancelable: true, bubbles: true }) as ClipboardEvent
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
  Object.defineProperty(event, 'target', { value: target })
  paste(event)
  return event
}

test('a list pasted beside every field is read as a backlog', () => {
  expect(pasted('Pay\n  Card').defaultPrevented).toBe(true)
  expect(vi.mocked(commands.readPasted).mock.lastCall?.[0]).toBe('Pay\n  Card')
})

test('what is pasted into a field stays there', () => {
  expect(pasted('Pay', document.createElement('textarea')).defaultPrevented).toBe(false)
  expect(commands.readPasted).not.toHaveBeenCalled()
})

test('a picture on the clipboard is no list, and that is said', () => {
  pasted('')
  expect(toasts.shown.at(-1)?.sentence).toMatch(/no text on the clipboard/)
})

test('while something is being decided, nothing else comes in', () => {
  importing.preview = shown
  pasted('Pay')
  drops.follow({ type: 'over' })
  drops.follow({ type: 'dropped', token: 3 })
  expect(drops.over).toBe(false)
  expect(commands.readPasted).not.toHaveBeenCalled()
  expect(commands.readDropped).not.toHaveBeenCalled()
})

test('a file that hovers is said, and one that is dropped is read by its token', () => {
  drops.follow({ type: 'over' })
  expect(drops.over).toBe(true)
  drops.follow({ type: 'dropped', token: 3 })
  expect(drops.over).toBe(false)
  expect(vi.mocked(commands.readDropped).mock.lastCall?.[0]).toBe(3)
})

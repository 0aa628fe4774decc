import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../bindings'
import FirstGoal from './FirstGoal.svelte'
import { starting } from './starting.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: { edit: vi.fn() } }))

let view: ReturnType<typeof mount>
beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(commands.edit).mockResolvedValue({
    status: 'ok',
    data: { change: 1, created: ['goal'], import: null },
  })
  starting.begin()
  view = mount(FirstGoal, { target: document.body })
  flushSync()
})
afterEach(() => unmount(view))

const press = (key: string, value = '') => {
  const field = document.querySelector('textarea')
  if (!field) throw new Error('no field')
  field.value = value
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  flushSync()
}

test('a goal and then its measure are written, and it is the active one', async () => {
  press('Enter', 'Regulars skip the queue')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Measure of the Product Goal')
  press('Enter', 'Order to cup: 9 → 4 min')
  await vi.waitFor(() => expect(commands.edit).toHaveBeenCalledOnce())
  expect(commands.edit).toHaveBeenCalledWith({
    type: 'addGoal',
    title: 'Regulars skip the queue',
    measure: 'Order to cup: 9 → 4 min',
    state: 'active',
  })
  expect(starting.wantsGoal).toBe(false)
})

test('Esc goes on without a goal', () => {
  press('Escape')
  expect(starting.wantsGoal).toBe(false)
  expect(commands.edit).not.toHaveBeenCalled()
})

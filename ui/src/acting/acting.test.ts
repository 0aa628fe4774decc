import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { commands, type Edit } from '../bindings'
import { editing } from '../map/editing.svelte'
import { selection } from '../map/selection.svelte'
import { openMap } from '../openMap.svelte'
import { sequence } from '../sequence.svelte'
import { shows, sketch } from '../testing/sketch'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({
  commands: {
    watch: vi.fn(),
    watchDrags: vi.fn(),
    edit: vi.fn(),
    look: vi.fn(),
    recentMaps: vi.fn(),
  },
}))

let app: ReturnType<typeof mount>
let sent: Edit[]
beforeEach(() => {
  vi.resetAllMocks()
  sent = []
  vi.mocked(commands.watch).mockResolvedValue({ status: 'ok', data: true })
  vi.mocked(commands.recentMaps).mockResolvedValue({ status: 'ok', data: [] })
  vi.mocked(commands.edit).mockImplementation(async (edit) => {
    sent.push(edit)
    return { status: 'ok', data: { change: null, created: [] } }
  })
  openMap.apply(
    shows(
      sketch(`
        | Search     | Pay
  MVP   | Find, Sort | Card
  Beta  | ☐ Index    |
  Later |            | Cash
`),
    ),
  )
  editing.stop()
  selection.clear()
  app = mount(App, { target: document.body })
  flushSync()
})
afterEach(() => unmount(app))

function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.activeElement?.dispatchEvent(event)
  flushSync()
}
function at(spot: string) {
  document.querySelector<HTMLElement>(`[data-spot="${spot}"]`)?.focus()
  flushSync()
}

test('K waits, and the next key says what the card is', async () => {
  at('card Find')
  press('k')
  expect(sequence.first).toBe('K')
  expect(document.querySelector('.status')?.textContent).toContain('spike')
  press('s')
  await vi.waitFor(() =>
    expect(sent).toEqual([{ type: 'setKind', items: ['Find'], kind: 'spike' }]),
  )
  expect(sequence.first).toBeNull()
})

test('after K, Esc and keys that mean nothing there leave all as it was', () => {
  at('card Find')
  press('k')
  press('Escape')
  press('k')
  press('Delete')
  expect([sent, sequence.first]).toEqual([[], null])
})

test('Alt and an arrow move several cards of one cell together', async () => {
  selection.select(['Find', 'Sort'])
  at('card Find')
  press('ArrowDown', { altKey: true })
  await vi.waitFor(() =>
    expect(sent).toEqual([
      {
        type: 'moveItems',
        items: ['Find', 'Sort'],
        to: { step: 'Search', slice: 'Beta', before: null },
      },
    ]),
  )
})

test('cards of several cells move as one change, each into the cell beside its own', async () => {
  selection.select(['Card', 'Sort'])
  at('card Sort')
  press('ArrowDown', { altKey: true })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  const to = (step: string) => ({ step, slice: 'Beta', before: null })
  expect(sent).toEqual([
    {
      type: 'together',
      edits: [
        { type: 'moveItems', items: ['Sort'], to: to('Search') },
        { type: 'moveItems', items: ['Card'], to: to('Pay') },
      ],
    },
  ])
})

test('where one of several would leave the map, none moves', () => {
  selection.select(['Find', 'Card'])
  at('card Find')
  press('ArrowRight', { altKey: true })
  expect(sent).toEqual([])
})

test('D says that cards and tasks are Done in one change', async () => {
  selection.select(['Find', '☐ Index'])
  at('card Find')
  press('d')
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(sent).toMatchObject([
    {
      type: 'together',
      edits: [
        { type: 'setDone', items: ['Find'], done: true },
        { type: 'setTasksDone', tasks: ['☐ Index'], done: true },
      ],
    },
  ])
})

test('Ctrl and Shift pick several steps; G gathers them from the left', async () => {
  const step = (name: string) => document.querySelector(`[data-spot="step ${name}"]`)
  at('step Pay')
  step('Search')?.dispatchEvent(
    new MouseEvent('pointerdown', { button: 0, ctrlKey: true, bubbles: true }),
  )
  expect([...selection.steps]).toEqual(['Search', 'Pay'])
  press('g')
  await vi.waitFor(() => expect(sent).toEqual([{ type: 'groupSteps', steps: ['Search', 'Pay'] }]))
})

test('the menu of a card holds what can be done with it, and nothing that cannot', () => {
  at('card Find')
  press('F10', { shiftKey: true })
  const entries = [...document.querySelectorAll('[role=menu] [data-entry]')].map((it) =>
    it.getAttribute('data-entry'),
  )
  expect(entries).toEqual(expect.arrayContaining(['rename', 'done', 'kind', 'moveTo', 'remove']))
  expect(entries).not.toContain('bringTogether')
  expect(entries).not.toContain('goToItem')
})

test('a map that is open to read has a menu in which nothing changes it', () => {
  openMap.readOnly = 'folder'
  at('card Find')
  press('F10', { shiftKey: true })
  const entries = [...document.querySelectorAll('[role=menu] [data-entry]')].map((it) =>
    it.getAttribute('data-entry'),
  )
  expect(entries).toEqual(['openDetails', 'focus', 'selectAll', 'zoomSelection'])
})

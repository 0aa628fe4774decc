import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands, type Edit } from '../bindings'
import { openMap } from '../openMap.svelte'
import { shows, sketch } from '../testing/sketch'
import { editing } from './editing.svelte'
import MapArea from './MapArea.svelte'
import { selection } from './selection.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: { edit: vi.fn(), look: vi.fn() } }))

let area: ReturnType<typeof mount>
let sent: Edit[]

beforeEach(() => {
  sent = []
  vi.mocked(commands.edit).mockImplementation(async (edit) => {
    sent.push(edit)
    return { status: 'ok', data: { change: null, created: [] } }
  })
  openMap.apply(
    shows(
      sketch(`
        | Search
  MVP   | Find, Sort
  Beta  |
  Later |
`),
    ),
  )
  editing.stop()
  selection.clear()
  area = mount(MapArea, { target: document.body })
  flushSync()
})
afterEach(() => unmount(area))

const spot = (key: string) => document.querySelector<HTMLElement>(`[data-spot="${key}"]`)
const field = () => document.querySelector('textarea') as HTMLTextAreaElement
const focused = () => (document.activeElement as HTMLElement).dataset.spot

async function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  document.activeElement?.dispatchEvent(event)
  await vi.waitFor(() => flushSync())
  await Promise.resolve()
}
async function write(text: string) {
  field().value = text
  await press('Enter')
}

test('F2 renames the card that has the focus', async () => {
  spot('card Find')?.focus()
  await press('F2')
  expect(field().value).toBe('Find')
  await write('Find by name')
  expect(sent).toEqual([{ type: 'changeItem', item: 'Find', title: 'Find by name' }])
})

test('Esc leaves a name as it was, and gives the focus back', async () => {
  spot('card Find')?.focus()
  await press('F2')
  field().value = 'Something else'
  await press('Escape')
  expect(sent).toEqual([])
  await vi.waitFor(() => expect(focused()).toBe('card Find'))
})

test('+ writes a card at the end of the cell; Enter keeps it and opens the next one', async () => {
  spot('card Find')?.focus()
  await press('+')
  await write('Filter')
  expect(sent).toEqual([
    {
      type: 'addItem',
      title: 'Filter',
      to: { step: 'Search', slice: 'MVP', before: null },
      sprint: null,
    },
  ])
  await vi.waitFor(() => expect(editing.newCard?.band).toBe('MVP'))
})

test('an empty name makes no card', async () => {
  spot('card Find')?.focus()
  await press('+')
  await write('   ')
  expect(sent).toEqual([])
  expect(editing.open).toBeNull()
})

test('arrows walk from card to card, and into the empty cell below, where typing writes', async () => {
  spot('card Find')?.focus()
  await press('ArrowDown')
  await vi.waitFor(() => expect(focused()).toBe('card Sort'))
  await press('ArrowDown')
  await vi.waitFor(() => expect(focused()).toBe('cell Beta/Search'))
  await press('S')
  expect(field().value).toBe('S')
})

test('Alt and an arrow move the card inside its cell, and on into the next band', async () => {
  spot('card Find')?.focus()
  await press('ArrowDown', { altKey: true })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  spot('card Sort')?.focus()
  await press('ArrowDown', { altKey: true })
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  expect(sent).toEqual([
    { type: 'moveItems', items: ['Find'], to: { step: 'Search', slice: 'MVP', before: null } },
    { type: 'moveItems', items: ['Sort'], to: { step: 'Search', slice: 'Beta', before: null } },
  ])
})

test('Shift and an arrow select on; Esc selects nothing', async () => {
  spot('card Find')?.focus()
  await press('ArrowDown', { shiftKey: true })
  expect([...selection.cards]).toEqual(['Find', 'Sort'])
  await vi.waitFor(() => expect(focused()).toBe('card Sort'))
  await press('Escape')
  expect(selection.cards.size).toBe(0)
})

test('one spot alone is in reach of Tab', () => {
  const reachable = document.querySelectorAll('[data-spot][tabindex="0"]')
  expect(reachable).toHaveLength(1)
})

test('a step without a name is named before another one is made', async () => {
  const scene = sketch('| Search\nLater |')
  scene.backbone.columns = [
    { step: 'Search', title: null, lines: [], endsActivity: true, fold: 'open' },
  ]
  openMap.apply(shows(scene))
  flushSync()
  spot('activity Search')?.focus()
  await press('+')
  await write('See what is near')
  expect(sent).toEqual([{ type: 'renameStep', step: 'Search', title: 'See what is near' }])
})

test('a map that is open to read walks, and writes nothing', async () => {
  openMap.readOnly = 'folder'
  flushSync()
  spot('card Find')?.focus()
  await press('F2')
  await press('+')
  await press('ArrowDown', { altKey: true })
  expect([sent, editing.open]).toEqual([[], null])
})

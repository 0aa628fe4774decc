import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { commands, type Hit } from '../bindings'
import { selection } from '../map/selection.svelte'
import { openMap, VIEW } from '../openMap.svelte'
import { shows, sketch } from '../testing/sketch'
import { palette } from './palette.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({
  commands: {
    watch: vi.fn(),
    watchDrags: vi.fn(),
    find: vi.fn(),
    look: vi.fn(),
    undo: vi.fn(),
    recentMaps: vi.fn(),
  },
}))

const SCENE = `
       | Search       | Pay
MVP    | Find by name | Card
Later  | Filter       |
`
const card: Hit = {
  row: { of: 'item', id: 'Card' },
  name: [{ text: 'Card', asked: true }],
  within: null,
  stands: {
    card: 'Card',
    list: { type: 'cell', band: { type: 'slice', slice: 'MVP' }, step: 'Pay' },
  },
  done: false,
}

let app: ReturnType<typeof mount>
beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(commands.watch).mockResolvedValue({ status: 'ok', data: true })
  vi.mocked(commands.recentMaps).mockResolvedValue({
    status: 'ok',
    data: [{ token: 1, name: 'Bakery', folder: 'Throughline', missing: false }],
  })
  vi.mocked(commands.look).mockResolvedValue({ status: 'ok', data: null })
  vi.mocked(commands.find).mockResolvedValue({ status: 'ok', data: { hits: [card], total: 1 } })
  openMap.apply({ ...shows(sketch(SCENE)), undo: 'Add step “Pay”' })
  app = mount(App, { target: document.body })
  flushSync()
})
afterEach(async () => {
  palette.close()
  flushSync()
  await unmount(app)
})

const field = () => document.querySelector<HTMLInputElement>('[role=combobox]')
const chosen = () => document.querySelector('[role=option][aria-selected=true]')?.textContent
const open = (key = 'k') => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }))
  flushSync()
}
const press = (key: string) => {
  field()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  flushSync()
}
async function type(words: string) {
  const input = field()
  if (!input) throw new Error('no field')
  input.value = words
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await vi.waitFor(() => expect(palette.words).toBe(words))
  await Promise.resolve()
  flushSync()
}

test('Ctrl+K opens it with what can be done now, by its key', () => {
  open()
  expect(document.activeElement).toBe(field())
  expect(chosen()).toContain('Undo: Add step “Pay”')
  const offered = document.querySelector('[role=listbox]')?.textContent
  expect(offered).toContain('Ctrl E')
  expect(offered, 'there is nothing to redo').not.toContain('Redo')
})

test('words find cards and actions; what cannot be done now comes last and does nothing', async () => {
  open()
  await type('re')
  const names = [...document.querySelectorAll('[role=option] .name')].map((it) => it.textContent)
  expect(names[0]).toBe('Card')
  const off = [...document.querySelectorAll('[role=option][aria-disabled=true] .name')]
  expect(off.map((it) => it.textContent)).toContainEqual(expect.stringMatching(/^Redo/))
  expect(names.slice(-off.length)).toEqual(off.map((it) => it.textContent))
  expect(document.querySelector('.count[role=status]')?.textContent).toMatch(/\d found/)
})

test('an action whose name begins with the words goes before one that has them further on', async () => {
  open()
  await type('>dark')
  expect(chosen()).toMatch(/^\s*Dark\s/)
})

test('maps that were shown last are found by their names', async () => {
  vi.mocked(commands.find).mockResolvedValue({ status: 'ok', data: { hits: [], total: 0 } })
  open()
  await type('bake')
  await vi.waitFor(() => expect(chosen()).toContain('Bakery'))
  expect(chosen()).toContain('Throughline')
})

test('Enter goes to a card and opens the band that hides it', async () => {
  openMap.apply(
    shows({ ...sketch(SCENE), view: { ...VIEW, foldedBands: [{ type: 'slice', slice: 'MVP' }] } }),
  )
  vi.mocked(commands.look).mockImplementation(async (view) => {
    openMap.apply(shows({ ...sketch(SCENE), view }))
    return { status: 'ok', data: null }
  })
  open()
  await type('card')
  press('Enter')
  await vi.waitFor(() => expect(selection.spot).toEqual({ on: 'card', id: 'Card' }))
  expect(openMap.view.foldedBands).toEqual([])
  expect(field()).toBeNull()
})

test('arrows choose, from the last on to the first; Esc closes it and gives the focus back', async () => {
  const before = document.querySelector<HTMLElement>('header button')
  before?.focus()
  open()
  await type('>undo')
  expect(commands.find, 'only actions are asked for').not.toHaveBeenCalled()
  press('ArrowDown')
  expect(chosen()).toContain('Undo')
  press('Escape')
  await vi.waitFor(() => expect(document.activeElement).toBe(before))
  expect(field()).toBeNull()
})

test('an answer that a later question overtook is dropped', async () => {
  let late: (answer: Awaited<ReturnType<typeof commands.find>>) => void = () => {}
  vi.mocked(commands.find).mockReturnValueOnce(
    new Promise((resolve) => {
      late = resolve
    }),
  )
  open()
  await type('first')
  await type('card')
  late({ status: 'ok', data: { hits: [], total: 99 } })
  await Promise.resolve()
  expect(palette.found.total).toBe(1)
})

test('Enter waits for what the words that were typed last find', async () => {
  let late: (answer: Awaited<ReturnType<typeof commands.find>>) => void = () => {}
  open()
  await type('filter')
  vi.mocked(commands.find).mockReturnValueOnce(
    new Promise((resolve) => {
      late = resolve
    }),
  )
  await type('card')
  press('Enter')
  await Promise.resolve()
  expect(field()).not.toBeNull()
  late({ status: 'ok', data: { hits: [card], total: 1 } })
  await vi.waitFor(() => expect(selection.spot).toEqual({ on: 'card', id: 'Card' }))
})

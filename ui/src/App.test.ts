import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import App from './App.svelte'
import { commands } from './bindings'
import { openMap } from './openMap.svelte'
import { shows, sketch } from './testing/sketch'

vi.mock('./shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('./bindings', () => ({
  commands: {
    watch: vi.fn(),
    watchDrags: vi.fn(),
    newMap: vi.fn(),
    undo: vi.fn(),
    look: vi.fn(),
    saveCopy: vi.fn(),
    pickImport: vi.fn(),
    recentMaps: vi.fn(),
    openRecent: vi.fn(),
    forgetRecent: vi.fn(),
    startMap: vi.fn(),
  },
}))

let app: ReturnType<typeof mount>
beforeEach(() => {
  vi.resetAllMocks()
  openMap.state = 'waiting'
  vi.mocked(commands.watch).mockResolvedValue({ status: 'ok', data: false })
  vi.mocked(commands.recentMaps).mockResolvedValue({ status: 'ok', data: [] })
  app = mount(App, { target: document.body })
})
afterEach(() => unmount(app))

function press(key: string, more: KeyboardEventInit = {}) {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
}
function show(undo: string | null, readOnly: 'folder' | null = null) {
  openMap.apply({ ...shows(sketch('| Pay\nMVP | Card\nLater |')), undo, readOnly })
  flushSync()
}

test('a window without a map shows the ways in, each with its key', async () => {
  await vi.waitFor(() => expect(document.body.textContent).toContain('Tell the journey.'))
  const ways = [...document.querySelectorAll('main button')].map((way) => way.textContent)
  expect(ways.join(' ')).toMatch(
    /Start from a goal.*G.*Paste a list.*Ctrl V.*Import a backlog.*Ctrl I.*“Corner”.*E.*Open.*O.*New map.*N/,
  )
})

test('maps that were shown last are a click away; one that is gone says so and can be taken off', async () => {
  const maps = [
    { token: 1, name: 'Corner', folder: 'Throughline', missing: false },
    { token: 2, name: 'Old', folder: 'stick', missing: true },
  ]
  vi.mocked(commands.recentMaps).mockResolvedValue({ status: 'ok', data: maps })
  vi.mocked(commands.openRecent).mockResolvedValue({ status: 'ok', data: true })
  vi.mocked(commands.forgetRecent).mockResolvedValue()
  await unmount(app)
  app = mount(App, { target: document.body })
  const listed = (name: string) =>
    [...document.querySelectorAll<HTMLElement>('main li')].find((it) =>
      it.textContent?.includes(name),
    )
  await vi.waitFor(() => expect(listed('Old')?.textContent).toContain('not there any more'))
  listed('Old')?.querySelector<HTMLElement>('.map')?.click()
  expect(commands.openRecent).not.toHaveBeenCalled()
  listed('Corner')?.querySelector<HTMLElement>('.map')?.click()
  expect(commands.openRecent).toHaveBeenCalledWith(1)
  listed('Old')?.querySelector<HTMLElement>('[aria-label*="off this list"]')?.click()
  expect(commands.forgetRecent).toHaveBeenCalledWith(2)
})

test('N makes a map where there is none, and afterwards the window follows it', async () => {
  await vi.waitFor(() => expect(openMap.state).toBe('none'))
  vi.mocked(commands.newMap).mockResolvedValue({ status: 'ok', data: true })
  press('n')
  await vi.waitFor(() => expect(commands.watch).toHaveBeenCalledTimes(2))
})

test('what is refused is said, with the way out that its code names', async () => {
  show('Add step “Pay”')
  vi.mocked(commands.undo).mockResolvedValue({
    status: 'error',
    error: { code: 'read-only', message: 'This map is open read-only.' },
  })
  press('z', { ctrlKey: true })
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')).not.toBeNull())
  const alert = document.querySelector('[role=alert]')
  expect(alert?.textContent).toContain('This map is open read-only.')
  expect(alert?.textContent).toContain('Save a copy')
})

test('a field that is open keeps the keys that edit text, and no others', async () => {
  show('Add step “Pay”')
  const field = document.body.appendChild(document.createElement('input'))
  vi.mocked(commands.newMap).mockResolvedValue({ status: 'ok', data: false })
  const type = (key: string, ctrlKey: boolean) =>
    field.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }))
  type('z', true)
  type('n', false)
  expect(commands.undo).not.toHaveBeenCalled()
  expect(commands.newMap).not.toHaveBeenCalled()
  type('n', true)
  expect(commands.newMap).toHaveBeenCalledOnce()
  field.remove()
})

test('the undo button says what it takes back, and does nothing where there is nothing', () => {
  show('Add step “Pay”')
  const button = () =>
    document.querySelector<HTMLButtonElement>('header button[aria-keyshortcuts="Control+Z"]')
  expect(button()?.title).toBe('Undo: Add step “Pay” (Ctrl+Z)')

  show(null)
  button()?.click()
  expect(commands.undo).not.toHaveBeenCalled()
})

test('a map that cannot be changed says so, and offers no places for new things', () => {
  show(null, 'folder')
  expect(document.body.textContent).toContain('the map is open to read')
  expect(
    document.querySelector('[data-spot=add-activity], [data-spot=add-slice], [data-add]'),
  ).toBeNull()
})

test('a single key is left to the map once there is one', () => {
  show(null)
  press('n')
  expect(commands.newMap).not.toHaveBeenCalled()
})

test('a field keeps its keys: Ctrl+Z takes back what was typed in it, not the map; Ctrl+I is still the window’s', async () => {
  show('Add step “Pay”')
  document.querySelector<HTMLElement>('[data-spot=add-slice]')?.click()
  flushSync()
  const type = (key: string) =>
    document
      .querySelector('textarea')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }))
  vi.mocked(commands.pickImport).mockResolvedValue({ status: 'ok', data: null })
  type('z')
  type('i')
  await vi.waitFor(() => expect(commands.pickImport).toHaveBeenCalled())
  expect(commands.undo).not.toHaveBeenCalled()
})

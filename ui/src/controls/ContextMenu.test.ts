import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import ContextMenu from './ContextMenu.svelte'

const cut = vi.fn()
const red = vi.fn()
const shut = vi.fn()
let menu: ReturnType<typeof mount> | null
let opener: HTMLButtonElement

beforeEach(() => {
  vi.resetAllMocks()
  opener = document.createElement('button')
  document.body.append(opener)
  opener.focus()
  const colours = ['Red', 'Green'].map((label) => ({
    id: label,
    label,
    chosen: label === 'Green',
    run: label === 'Red' ? red : () => {},
  }))
  const entries = [
    { id: 'copy', label: 'Copy' },
    { id: 'cut', label: 'Cut', keys: 'X', run: cut },
    { id: 'colour', label: 'Colour', entries: colours },
    { id: 'paste', label: 'Paste', off: true, run: cut },
  ]
  const onclose = () => {
    shut()
    close()
  }
  menu = mount(ContextMenu, {
    target: document.body,
    props: { label: 'Edit', entries, at: { x: 10, y: 10 }, onclose },
  })
  flushSync()
})
afterEach(() => {
  close()
  opener.remove()
})

function close() {
  if (menu) void unmount(menu)
  menu = null
}
const at = () => document.activeElement?.getAttribute('data-entry')
async function press(key: string) {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  await Promise.resolve()
  flushSync()
  await Promise.resolve()
}

test('arrows walk round, Home and End go to the ends, and letters find', async () => {
  expect(at()).toBe('copy')
  await press('ArrowUp')
  expect(at()).toBe('paste')
  await press('ArrowDown')
  expect(at()).toBe('copy')
  await press('End')
  expect(at()).toBe('paste')
  await press('c')
  expect(at()).toBe('copy')
  await press('u')
  expect(at()).toBe('cut')
})

test('the arrow to the right opens a further menu, the one to the left and Esc shut it', async () => {
  await press('c')
  await press('o')
  await press('l')
  expect(at()).toBe('colour')
  await press('ArrowRight')
  expect(at()).toBe('Red')
  expect(document.querySelectorAll('[role=menu]')).toHaveLength(2)
  expect(document.querySelector('[data-entry=Green]')?.getAttribute('aria-checked')).toBe('true')
  await press('ArrowLeft')
  expect(at()).toBe('colour')
  await press('Enter')
  await press('Escape')
  expect([at(), shut.mock.calls.length]).toEqual(['colour', 0])
  await press('ArrowRight')
  await press('Enter')
  await vi.waitFor(() => expect(red).toHaveBeenCalledOnce())
})

test('Enter does what is there with the focus back where it was; what is off does nothing', async () => {
  cut.mockImplementation(() => expect(document.activeElement).toBe(opener))
  await press('ArrowUp')
  await press('Enter')
  expect(shut).not.toHaveBeenCalled()
  await press('Home')
  await press('ArrowDown')
  await press('Enter')
  await vi.waitFor(() => expect(cut).toHaveBeenCalledOnce())
})

test('Esc gives the focus back; a press beside it closes it', async () => {
  await press('Escape')
  expect(shut).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(opener)
})

test('no key reaches the window while it is open', async () => {
  const heard = vi.fn()
  window.addEventListener('keydown', heard)
  await press('Delete')
  window.removeEventListener('keydown', heard)
  expect(heard).not.toHaveBeenCalled()
})

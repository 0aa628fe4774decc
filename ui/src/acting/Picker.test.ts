import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Picker from './Picker.svelte'
import { matching, picker, type Question } from './picker.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: {} }))

const taken = vi.fn()
const OPTIONS = ['Walking skeleton', 'Rush hour', 'Our hour'].map((label, at) => ({
  id: `${at}`,
  label,
  run: () => taken(label),
}))
const question: Question = {
  label: 'Move to',
  placeholder: 'A slice',
  nothing: 'No slice has these words.',
  options: (words) => matching(words, OPTIONS),
}

let shown: ReturnType<typeof mount>
beforeEach(async () => {
  vi.resetAllMocks()
  picker.ask(question)
  shown = mount(Picker, { target: document.body, props: { question } })
  await settled()
})
afterEach(() => unmount(shown))

async function settled() {
  flushSync()
  await Promise.resolve()
  await Promise.resolve()
  flushSync()
}
const labels = () =>
  [...document.querySelectorAll<HTMLElement>('[role=option]')].map((it) => it.dataset.option)
async function type(words: string) {
  const field = document.querySelector('input')
  if (!field) throw new Error('no field')
  field.value = words
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled()
}
async function press(key: string) {
  document
    .querySelector('input')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await settled()
}

test('words narrow the answers down, those that begin with them first; Enter takes the first', async () => {
  expect(labels()).toHaveLength(3)
  await type('our')
  expect(labels()).toEqual(['Our hour', 'Rush hour'])
  await press('Enter')
  expect(picker.asked).toBeNull()
  await vi.waitFor(() => expect(taken).toHaveBeenCalledWith('Our hour'))
})

test('arrows choose, from the last on to the first; what nobody has is said', async () => {
  await press('ArrowUp')
  await press('Enter')
  await vi.waitFor(() => expect(taken).toHaveBeenCalledWith('Our hour'))
  await type('tray')
  expect(document.body.textContent).toContain('No slice has these words.')
})

test('Esc asks no more, and nothing was done', async () => {
  await press('Escape')
  expect([picker.asked, taken.mock.calls.length]).toEqual([null, 0])
})

test('Enter waits for the answers to the words that were typed last', async () => {
  await unmount(shown)
  let late: () => void = () => {}
  const options: Question['options'] = (words) =>
    words === ''
      ? OPTIONS
      : new Promise((resolve) => {
          late = () => resolve(matching(words, OPTIONS))
        })
  picker.ask({ ...question, options })
  shown = mount(Picker, { target: document.body, props: { question: { ...question, options } } })
  await settled()
  await type('our')
  await press('Enter')
  expect(taken).not.toHaveBeenCalled()
  late()
  await vi.waitFor(() => expect(taken).toHaveBeenCalledWith('Our hour'))
})

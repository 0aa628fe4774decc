import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openMap } from '../openMap.svelte'
import { shows, sketch } from '../testing/sketch'
import { editing } from './editing.svelte'
import MapArea from './MapArea.svelte'
import { selection } from './selection.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: {} }))

let area: ReturnType<typeof mount>

beforeEach(() => {
  vi.useFakeTimers()
  openMap.apply(shows(sketch('\n  | Search\n  MVP | Find\n  Later |\n')))
  editing.stop()
  selection.clear()
  area = mount(MapArea, { target: document.body })
  flushSync()
})
afterEach(() => {
  vi.useRealTimers()
  return unmount(area)
})

const inPage = () => document.querySelectorAll('.card').length
const painted = () => document.querySelector('canvas.blocks') !== null

async function turn() {
  const over = document.querySelector('[data-map-clip]')
  over?.dispatchEvent(
    new WheelEvent('wheel', { deltaY: 10, ctrlKey: true, bubbles: true, cancelable: true }),
  )
  flushSync()
  await vi.advanceTimersByTimeAsync(0)
}
async function rest() {
  await vi.advanceTimersByTimeAsync(200)
  flushSync()
  await vi.advanceTimersByTimeAsync(0)
}

test('while a hand zooms the cards are painted, and at rest they are in the page again', async () => {
  expect(inPage()).toBe(1)
  await turn()
  expect([inPage(), painted()]).toEqual([0, true])
  await vi.advanceTimersByTimeAsync(100)
  await turn()
  await vi.advanceTimersByTimeAsync(100)
  expect(inPage(), 'the hand did not rest yet').toBe(0)
  await rest()
  expect([inPage(), painted()]).toEqual([1, false])
})

test('the card that has the focus keeps it through a zoom', async () => {
  document.querySelector<HTMLElement>('[data-spot="card Find"]')?.focus()
  await turn()
  expect((document.activeElement as HTMLElement).dataset.spot).toBe('card Find')
  await rest()
  expect((document.activeElement as HTMLElement).dataset.spot).toBe('card Find')
  expect(document.activeElement?.className).toContain('card')
})

test('what is being written stays in the page', async () => {
  editing.start({ what: 'rename', spot: { on: 'card', id: 'Find' } })
  flushSync()
  await turn()
  expect(painted()).toBe(false)
  expect(document.querySelector('textarea')?.value).toBe('Find')
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Edit, Preview } from '../bindings'
import { band, report } from '../testing/sketch'
import { Coming } from './coming.svelte'

vi.mock('./motion', () => ({ timeOf: () => 150 }))

const edit: Edit = { type: 'removeItems', items: [] }
const whole: Preview = { bands: [band('MVP', { report: report('end-to-end') })] }
let answers: ((preview: Preview) => void)[]
let coming: Coming

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  coming = new Coming(() => new Promise((resolve) => answers.push(resolve)))
})
afterEach(() => vi.useRealTimers())

const verdict = () => coming.of('MVP')?.report?.verdict
const rest = (place: string, band = 'MVP') => coming.rest(band, place, () => edit)
async function answer(preview: Preview) {
  answers.shift()?.(preview)
  await vi.advanceTimersByTimeAsync(0)
}

test('what would come is said when the hand has rested for a moment, and asked once', async () => {
  rest('MVP/Pay')
  vi.advanceTimersByTime(149)
  rest('MVP/Pay')
  expect(answers).toHaveLength(0)
  vi.advanceTimersByTime(1)
  expect(answers).toHaveLength(1)
  await answer(whole)
  expect(verdict()).toBe('end-to-end')
})

test('inside the band it stays until something else is known, and beside it it goes at once', async () => {
  rest('MVP/Pay')
  vi.advanceTimersByTime(150)
  await answer(whole)
  rest('MVP/Search')
  expect(verdict()).toBe('end-to-end')
  rest('Beta/Search', 'Beta')
  expect(verdict()).toBeUndefined()
})

test('an answer that comes late says nothing, nor does one after the hand let go', async () => {
  rest('MVP/Pay')
  vi.advanceTimersByTime(150)
  rest('MVP/Search')
  await answer(whole)
  expect(verdict()).toBeUndefined()
  vi.advanceTimersByTime(150)
  coming.forget()
  await answer(whole)
  expect(verdict()).toBeUndefined()
})

import { expect, test } from 'vitest'
import type { Pen } from '../bindings'
import { lineAt, type Span } from './lineAt'

const whole: Span[] = [
  { left: 0, right: 312 },
  { left: 336, right: 488 },
]
const half: Span[] = [
  { left: 0, right: 156 },
  { left: 168, right: 244 },
]

const drawn = (pen: Pen, path: string, loose = false, to = half) =>
  lineAt({ strokes: [{ pen, path }], words: [] }, loose, whole, to).strokes[0]?.path

test('what joins two activities joins them at any zoom', () => {
  expect(drawn('thick', 'M-8 17.5L6 17.5M6 17.5L342 17.5')).toBe('M-8 17.5L6 17.5M6 17.5L174 17.5')
  expect(drawn('thick', 'M342 17.5L486.5 17.5'), 'up to the end').toBe('M174 17.5L242.5 17.5')
})

test('a stop keeps its size', () => {
  const dot = (x: number) => `M${x - 5} 17.5A5 5 0 0 1 ${x + 5} 17.5A5 5 0 0 1 ${x - 5} 17.5Z`

  expect(drawn('dots', dot(342))).toBe(dot(174))
  expect(drawn('dots', dot(482)), 'the last one stays at the end').toBe(dot(238))
})

test('pieces keep their size, and those that have no room are left out', () => {
  expect(drawn('thick', 'M26 17.5L37 17.5M200 16L215 18', true)).toBe('M26 17.5L37 17.5')
  expect(drawn('thick', 'M200 16L215 18', true), 'none').toBeUndefined()
})

test('in a larger activity what fills it spreads', () => {
  const double: Span[] = [
    { left: 0, right: 624 },
    { left: 672, right: 976 },
  ]

  expect(drawn('thick', 'M200 16L210 18', true, double)).toBe('M405 16L415 18')
})

test('words go with their activity', () => {
  const line = { strokes: [], words: [{ x: 356, word: 'no-pbi-yet' as const }] }

  expect(lineAt(line, false, whole, half).words).toEqual([{ x: 188, word: 'no-pbi-yet' }])
})

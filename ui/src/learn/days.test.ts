import { expect, test } from 'vitest'
import { dayWords, stretchWords } from './days'

test('days are read as people say them, and what is no day as it stands', () => {
  expect(dayWords('2026-11-02')).toBe('2 Nov')
  expect(dayWords('some day')).toBe('some day')
})

test('a stretch needs no days to be read', () => {
  expect(stretchWords('2026-10-26', '2026-11-06')).toMatch(/^26 Oct\s–\s6 Nov$/)
  expect(stretchWords('2026-10-26', null)).toBe('26 Oct')
  expect(stretchWords(null, null)).toBe('')
})

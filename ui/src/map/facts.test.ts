import { expect, test } from 'vitest'
import type { Fact } from '../bindings'
import { shownFact } from './facts'

const increments = (
  count: number,
  confirmed: number,
  refuted: number,
  value: 'open' | 'confirmed' | 'refuted' | 'some',
): Fact => ({
  code: 'increments',
  count,
  usable: 0,
  notUsable: 0,
  confirmed,
  refuted,
  rulesOpen: 0,
  value,
})

test('what is finished is no Increment while a rule of the Definition of Done is open', () => {
  const fact = shownFact({ code: 'rules-open', finished: 3 })
  expect([fact.mark, fact.words]).toEqual(['finished', '3 finished, DoD open'])
  expect(fact.whole).toBe('3 finished, Definition of Done open')
})

test('Increments stand in a chip, and what became of their value beside it', () => {
  const one = shownFact(increments(1, 0, 0, 'open'))
  expect([one.mark, one.words, one.value?.words]).toEqual([
    'increment',
    '1 Increment',
    'value open',
  ])
  const three = shownFact(increments(3, 2, 1, 'some'))
  expect(three.whole).toBe('3 Increments, 2 of 3 confirmed')
})

test('a band with nothing Done says so once it is over, and what was not usable is no Increment', () => {
  expect(shownFact({ code: 'nothing-done' }).words).toBe('Nothing Done')
  expect(shownFact({ code: 'under-way' }).mark).toBe('under-way')
  const fact = shownFact({ code: 'not-usable', finished: 2 })
  expect([fact.mark, fact.value]).toEqual(['not-usable', null])
})

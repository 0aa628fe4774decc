import { expect, test, vi } from 'vitest'
import type { SprintHead } from '../bindings'
import { daysOf, sprintGoal, sprintPill } from './sprints'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))

const sprint = (more: Partial<SprintHead> = {}): SprintHead => ({
  startsOn: null,
  endsOn: null,
  phase: null,
  hasGoal: false,
  whole: 0,
  pieces: 0,
  touched: 0,
  fact: { code: 'not-started' },
  ...more,
})

test('a Sprint says how many PBIs are whole, or how many are in pieces', () => {
  expect(sprintPill(sprint({ whole: 9, touched: 9 }))).toBe('9 whole')
  expect(sprintPill(sprint({ whole: 3, pieces: 6, touched: 9 }))).toBe('6 of 9 in pieces')
  expect(sprintPill(sprint())).toBe('nothing yet')
})

test('its days are said as people write them, with the day of today', () => {
  const days = { startsOn: '2026-10-26', endsOn: '2026-11-06' }
  const phase = { type: 'running', day: 6, of: 10 } as const
  expect(daysOf(sprint({ ...days, phase })).replaceAll(/\s/g, ' ')).toBe(
    '26 Oct – 6 Nov · day 6 of 10',
  )
  expect(daysOf(sprint({ phase: { type: 'ended' } }))).toBe('ended')
  expect(daysOf(sprint())).toBe('')
})

test('a missing Sprint Goal is asked for while the Sprint runs, and stated once it is over', () => {
  expect(sprintGoal(sprint({ phase: { type: 'running', day: 1, of: 5 } }))).toBe(
    'Add a Sprint Goal',
  )
  expect(sprintGoal(sprint({ phase: { type: 'ended' } }))).toBe('No Sprint Goal')
  expect(sprintGoal(sprint({ hasGoal: true }))).toBe('')
})

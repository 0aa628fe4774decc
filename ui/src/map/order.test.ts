import { expect, test } from 'vitest'
import { sketch } from '../testing/sketch'
import { reorder } from './order'

const scene = sketch(`
         | Search | Filter | Pay
  MVP    |        |        |
  Beta   |        |        |
  Later  |        |        |
`)
// Search and Filter are steps of one activity.
scene.backbone.activities = [
  { activity: 'Find', title: 'Find', line: 'Find', first: 0, count: 2, collapsed: false },
  { activity: 'Pay', title: 'Pay', line: 'Pay', first: 2, count: 1, collapsed: false },
]

test('a slice moves among the slices, and not below Later', () => {
  const move = (band: string, direction: 'up' | 'down') =>
    reorder({ on: 'head', band }, direction, scene)
  expect(move('MVP', 'down')).toEqual({ type: 'moveSlice', slice: 'MVP', before: null })
  expect(move('Beta', 'up')).toEqual({ type: 'moveSlice', slice: 'Beta', before: 'MVP' })
  expect(move('Beta', 'down')).toBeNull()
  expect(move('later', 'up')).toBeNull()
})

test('an activity moves left and right', () => {
  const move = (id: string, direction: 'left' | 'right') =>
    reorder({ on: 'activity', id }, direction, scene)
  expect(move('Find', 'right')).toEqual({ type: 'moveActivity', activity: 'Find', before: null })
  expect(move('Pay', 'left')).toEqual({ type: 'moveActivity', activity: 'Pay', before: 'Find' })
  expect(move('Pay', 'right')).toBeNull()
})

test('a step moves inside its activity, then on into the next one', () => {
  const move = (id: string, direction: 'left' | 'right') =>
    reorder({ on: 'step', id }, direction, scene)
  expect(move('Search', 'right')).toEqual({
    type: 'moveStep',
    step: 'Search',
    activity: 'Find',
    before: null,
  })
  expect(move('Filter', 'right')).toEqual({
    type: 'moveStep',
    step: 'Filter',
    activity: 'Pay',
    before: 'Pay',
  })
  expect(move('Search', 'left')).toBeNull()
})

test('the only step of an activity stays: an activity without steps would go', () => {
  expect(reorder({ on: 'step', id: 'Pay' }, 'left', scene)).toBeNull()
})

import { expect, test } from 'vitest'
import type { GoalBar } from '../bindings'
import { stretch } from './stretching'

/** Find has two columns, the others one; the bar lies over Order, Pay and Collect. */
const activities = ['Find', 'Order', 'Pay', 'Collect', 'Return'].map((activity, at) => ({
  activity,
  title: activity,
  line: activity,
  first: at === 0 ? 0 : at + 1,
  count: at === 0 ? 2 : 1,
  collapsed: false,
}))
const bar: GoalBar = {
  goal: 'Goal',
  title: 'Goal',
  measure: '',
  state: 'active',
  activities: ['Order', 'Collect'],
  first: 2,
  count: 3,
  row: 0,
  more: 0,
}

test('an end that is pulled out reaches the activities on its way, and those in between stay as they were', () => {
  expect(stretch(bar, 'last', 5, activities)).toEqual({
    activities: ['Order', 'Collect', 'Return'],
    first: 2,
    count: 4,
  })
  expect(stretch(bar, 'first', 0, activities)).toEqual({
    activities: ['Find', 'Order', 'Collect'],
    first: 0,
    count: 5,
  })
})

test('an end that is pulled in leaves activities behind, and the last one never', () => {
  expect(stretch(bar, 'last', 3, activities)).toEqual({
    activities: ['Order', 'Pay'],
    first: 2,
    count: 2,
  })
  expect(stretch(bar, 'last', 0, activities).activities).toEqual(['Order'])
  expect(stretch(bar, 'first', 5, activities).activities).toEqual(['Collect'])
})

test('a goal of the whole journey names what is left of it', () => {
  const whole = { ...bar, activities: [], first: 0, count: 6 }
  expect(stretch(whole, 'first', 3, activities).activities).toEqual(['Pay', 'Collect', 'Return'])
})

import { expect, test } from 'vitest'
import { sketch } from '../testing/sketch'
import { type Carried, gapAt, type Lay } from './carrying'
import { gridOf } from './place'

/** Two activities: Find with Search (at 0) and Choose (at 160), Pay with Card (at 336). */
const lay = on('| Search | Choose | Card\nMVP | |\nBeta | |\nLater | |')

function on(drawing: string): Lay {
  const { metrics, backbone, bands } = sketch(drawing)
  const columns = backbone.columns.map((column, at) => ({ ...column, endsActivity: at > 0 }))
  const block = { line: '', collapsed: false }
  const activities = [
    { ...block, activity: 'Find', title: 'Find', first: 0, count: 2 },
    { ...block, activity: 'Pay', title: 'Pay', first: 2, count: 1 },
  ]
  return {
    grid: gridOf(metrics, columns, bands),
    backbone: { ...backbone, columns, activities },
  }
}

const at = (what: Carried, x: number, y = 0) => gapAt(what, { x, y }, lay)
const step = (id: string): Carried => ({ on: 'step', id })

test('a step comes in front of the column whose left half is under the hand', () => {
  expect(at(step('Card'), 10)).toEqual({
    edit: { type: 'moveStep', step: 'Card', activity: 'Find', before: 'Search' },
    at: 0,
  })
  expect(at(step('Card'), 100)?.edit).toMatchObject({ activity: 'Find', before: 'Choose' })
})

test('between two activities it is the half under the hand that says which one', () => {
  expect(at(step('Search'), 300)?.edit).toMatchObject({ activity: 'Find', before: null })
  expect(at(step('Search'), 350)?.edit).toMatchObject({ activity: 'Pay', before: 'Card' })
  expect(at(step('Search'), 9000)?.edit).toMatchObject({ activity: 'Pay', before: null })
})

test('beside itself it stays, and that is no edit', () => {
  expect(at(step('Search'), 100)?.edit).toBeNull()
  expect(at(step('Search'), 170)?.edit).toBeNull()
  expect(at(step('Choose'), 100)?.edit).toBeNull()
  expect(at(step('Card'), 350)?.edit).toBeNull()
})

test('the last step of one activity stands beside the first of the next: that is another place', () => {
  expect(at(step('Choose'), 350)?.edit).toMatchObject({ activity: 'Pay', before: 'Card' })
})

test('an activity comes in front of or behind another one', () => {
  expect(at({ on: 'activity', id: 'Pay' }, 100)).toEqual({
    edit: { type: 'moveActivity', activity: 'Pay', before: 'Find' },
    at: 0,
  })
  expect(at({ on: 'activity', id: 'Pay' }, 250)?.edit).toBeNull()
  expect(at({ on: 'activity', id: 'Find' }, 450)?.edit).toMatchObject({ before: null })
})

test('a slice comes above or below another one, and never below Later', () => {
  const [, beta, later] = lay.grid.bands
  expect(at({ on: 'head', band: 'Beta' }, 0, 20)).toEqual({
    edit: { type: 'moveSlice', slice: 'Beta', before: 'MVP' },
    at: 0,
  })
  expect(at({ on: 'head', band: 'MVP' }, 0, (later?.top ?? 0) + 50)).toEqual({
    edit: { type: 'moveSlice', slice: 'MVP', before: null },
    at: later?.top,
  })
  expect(at({ on: 'head', band: 'MVP' }, 0, (beta?.top ?? 0) + 5)?.edit).toBeNull()
})

import { expect, test } from 'vitest'
import { face } from '../testing/sketch'
import { linesOf, trayRows } from './trayRows'

test('PBIs are paper as high as their titles, tasks are lines, and parts without cards are left out', () => {
  const lists = new Map([
    ['trayItems', ['One', 'Two']],
    ['trayTasks', ['☐ Form']],
  ])
  const long = 'See the loyalty points of the old app'
  const faces = new Map([
    ['One', face('Short')],
    ['Two', face(long)],
    ['☐ Form', face('Form', { isTask: true })],
  ])
  const parts = trayRows(lists, faces)
  expect(parts.map(({ list, y }) => [list, y])).toEqual([
    ['trayItems', 0],
    ['trayTasks', 120],
  ])
  expect(parts[0]?.rows.map(({ y, height, lines }) => [y, height, lines.length])).toEqual([
    [32, 32, 1],
    [68, 48, 2],
  ])
  expect(parts[1]?.rows.map(({ look, y, height }) => [look, y, height])).toEqual([
    ['task', 152, 28],
  ])
})

test('a title is broken at words and cut after three lines; a word that is too long is cut itself', () => {
  const lines = linesOf(
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen',
  )
  expect(lines).toHaveLength(3)
  expect(lines[2]).toMatch(/…$/)
  const [word = ''] = linesOf('Donaudampfschifffahrtsgesellschaft')
  expect(word).toMatch(/^Donaudampfschifffahrts.*…$/)
  expect(word.length).toBeLessThan(28)
})

import { expect, test } from 'vitest'
import { sketch } from '../testing/sketch'
import { listKey } from './keys'
import { gridOf } from './place'
import type { Spot } from './spots'
import { type Direction, type Terrain, walk } from './walk'

const scene = sketch(`
         | Search       | Pay
  MVP    | Find, Filter | Card
  Beta   |              | Cash, Invoice, Voucher
  Later  | Sort         |
`)
scene.lists.push({ key: { type: 'trayItems' }, cards: ['Loose', 'Looser'], rest: null })
scene.lists.push({ key: { type: 'trayTasks' }, cards: ['☐ Some endpoint'], rest: null })

const terrain: Terrain = {
  rests: new Map(),
  grid: gridOf(scene.metrics, scene.backbone.columns, scene.bands),
  activities: scene.backbone.activities,
  lists: new Map(scene.lists.map(({ key, cards }) => [listKey(key), cards])),
  listOf: new Map(scene.lists.flatMap(({ key, cards }) => cards.map((id) => [id, listKey(key)]))),
}
const card = (id: string): Spot => ({ on: 'card', id })
const go = (from: Spot, direction: Direction) => walk(from, direction, terrain)

test.each<[string, Spot, Direction, Spot | null]>([
  ['down inside a cell', card('Find'), 'down', card('Filter')],
  ['down into an empty cell', card('Filter'), 'down', { on: 'cell', band: 'Beta', step: 'Search' }],
  [
    'down again, to the uppermost card',
    { on: 'cell', band: 'Beta', step: 'Search' },
    'down',
    card('Sort'),
  ],
  [
    'up into a cell, to its lowest card',
    { on: 'cell', band: 'later', step: 'Pay' },
    'up',
    card('Voucher'),
  ],
  ['right to the card in the same row', card('Find'), 'right', card('Card')],
  ['right where there are fewer rows', card('Filter'), 'right', card('Card')],
  ['left of the first column to the head', card('Filter'), 'left', { on: 'head', band: 'MVP' }],
  ['right of a head to the first card', { on: 'head', band: 'MVP' }, 'right', card('Find')],
  ['left of a head, nowhere', { on: 'head', band: 'MVP' }, 'left', null],
  ['up from the first band to the step', card('Card'), 'up', { on: 'step', id: 'Pay' }],
  [
    'up from a step to its activity',
    { on: 'step', id: 'Pay' },
    'up',
    { on: 'activity', id: 'Pay' },
  ],
  [
    'right of the last activity to the next one',
    { on: 'activity', id: 'Pay' },
    'right',
    { on: 'add-activity' },
  ],
  [
    'down from the last slice to the next one',
    { on: 'head', band: 'Beta' },
    'down',
    { on: 'add-slice' },
  ],
  ['down from there to Later', { on: 'add-slice' }, 'down', { on: 'head', band: 'later' }],
  ['up from Later to the next slice', { on: 'head', band: 'later' }, 'up', { on: 'add-slice' }],
  ['down below the last band, nowhere', card('Sort'), 'down', null],
  ['down in the tray, on to its next part', card('Looser'), 'down', card('☐ Some endpoint')],
  ['right in the tray, nowhere', card('Loose'), 'right', null],
])('%s', (_, from, direction, to) => {
  expect(go(from, direction)).toEqual(to)
})

test('a spot that is gone leads nowhere', () => {
  expect(go(card('Removed'), 'down')).toBeNull()
})

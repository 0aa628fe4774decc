import { expect, test } from 'vitest'
import { sketch } from '../testing/sketch'
import { listKey } from './keys'
import { cardsAround, cardsBetween, cardsIn, inOrder } from './picking'
import { gridOf } from './place'
import type { Terrain } from './walk'

/** Columns at 0, 176 and 352 (a card is 152 wide); rows of MVP at 36 and 128, of Beta at 268. */
const terrain = on(`
        | Search         | Pay       | Collect
  MVP   | Find, Sort     | Card      |
  Beta  | Filter         | Cash, Tip | Locker
  Later | Invoice        |           |
`)

function on(drawing: string): Terrain {
  const { metrics, backbone, bands, lists } = sketch(drawing)
  const cards = new Map(lists.map((list) => [listKey(list.key), list.cards]))
  cards.set('trayItems', ['One', 'Two', 'Three'])
  const listOf = new Map([...cards].flatMap(([key, ids]) => ids.map((id) => [id, key] as const)))
  return {
    grid: gridOf(metrics, backbone.columns, bands),
    activities: backbone.activities,
    lists: cards,
    listOf,
    rests: new Map(),
  }
}

test('a rectangle means the cards that it touches, and none of the gaps between them', () => {
  const { grid } = terrain
  expect(grid.bands.map(({ key, top }) => [key, top])).toContainEqual(['Beta', 232])
  expect(cardsIn({ x: 150, y: 100, width: 40, height: 170 }, terrain)).toEqual([
    'Find',
    'Sort',
    'Filter',
    'Card',
    'Cash',
  ])
  expect(cardsIn({ x: 153, y: 0, width: 20, height: 900 }, terrain)).toEqual([])
  expect(cardsIn({ x: 0, y: 121, width: 300, height: 5 }, terrain)).toEqual([])
})

test('from one card to another means what a rectangle between them touches', () => {
  expect(cardsBetween('Sort', 'Find', terrain)).toEqual(['Find', 'Sort'])
  expect(cardsBetween('Sort', 'Cash', terrain)).toEqual(['Sort', 'Filter', 'Cash'])
  expect(cardsBetween('Three', 'Two', terrain), 'in the tray: those between').toEqual([
    'Two',
    'Three',
  ])
  expect(cardsBetween('Two', 'Card', terrain), 'nothing lies between tray and map').toEqual([
    'Card',
  ])
})

test('all means the cell, then its band, then the map', () => {
  const spot = { on: 'card', id: 'Find' } as const
  const wider = (selected: string[]) => cardsAround(spot, new Set(selected), terrain)
  expect(wider([])).toEqual(['Find', 'Sort'])
  expect(wider(['Find', 'Sort'])).toEqual(['Find', 'Sort', 'Card'])
  expect(wider(['Find', 'Sort', 'Card'])).toHaveLength(8)
  expect(cardsAround({ on: 'head', band: 'Beta' }, new Set(), terrain)).toHaveLength(4)
  expect(cardsAround({ on: 'card', id: 'Two' }, new Set(), terrain)).toEqual([
    'One',
    'Two',
    'Three',
  ])
})

test('cards lie in the order of their bands, whatever was picked first', () => {
  const picked = ['Two', 'Filter', 'Card', 'Sort', 'One']
  expect(inOrder(picked, terrain)).toEqual(['Sort', 'Card', 'Filter', 'One', 'Two'])
})

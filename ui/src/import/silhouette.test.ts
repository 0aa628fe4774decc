import { expect, test } from 'vitest'
import { blocksOf } from './silhouette'

const heap = (cards: number, fresh = cards) => ({ cards, new: fresh })
const map = {
  endsActivity: [false, true, true],
  bands: [
    { name: 'MVP', earlier: false, cells: [heap(2, 1), heap(0), heap(1)] },
    { name: '', earlier: false, cells: [heap(0), heap(3), heap(0)] },
  ],
  tray: heap(4),
}

test('every card is a block under its step, the ones that are there first', () => {
  const { blocks } = blocksOf(map, 300, 200)
  expect(blocks.filter(({ look }) => look === 'step')).toHaveLength(3)
  expect(blocks.filter(({ look }) => look === 'there')).toHaveLength(1)
  expect(blocks.filter(({ look }) => look === 'new')).toHaveLength(5)
})

test('a large map stays inside its box', () => {
  const large = {
    endsActivity: Array.from({ length: 200 }, (_, at) => at % 5 === 4),
    bands: [{ name: '', earlier: false, cells: Array.from({ length: 200 }, () => heap(150)) }],
    tray: heap(0),
  }
  const { blocks, height } = blocksOf(large, 384, 150)
  expect(height).toBeLessThanOrEqual(150)
  expect(Math.max(...blocks.map(({ x, width }) => x + width))).toBeLessThanOrEqual(384)
})

import { expect, test } from 'vitest'
import places from '../../../tests/fixtures/places.json'
import type { BandScene, Column, Fold } from '../bindings'
import { band, TEAM } from '../testing/sketch'
import { carry, type Grid, gridOf, marksOf, overlapping, placeAt, rowTop } from './place'

const NAMES = { later: 'Later', earlier: 'Earlier' } as const

function gridIn(place: (typeof places)[number]): Grid {
  const columns = place.columns.map(
    ({ across, endsActivity, fold }, index): Column => ({
      step: across ? null : String(index),
      title: null,
      lines: [],
      endsActivity,
      fold: fold as Fold,
    }),
  )
  const bands = place.bands.map(({ kind, folded, rows }, index): BandScene => {
    const name = NAMES[kind as keyof typeof NAMES] ?? String(index)
    const sprint = kind === 'sprint' ? { band: { type: 'sprint', sprint: name } as const } : {}
    return band(name, { folded, rows, ...sprint })
  })
  return gridOf(place.metrics, columns, bands)
}

test.each(places)('places are those of the core: $name', (place) => {
  const grid = gridIn(place)

  expect(grid.columns.map(({ x }) => x)).toEqual(place.columnX)
  expect(grid.columns.map(({ width }) => width)).toEqual(place.columnWidth)
  expect(grid.bands.map(({ top }) => top)).toEqual(place.bandTop)
  expect(grid.bands.map(({ height }) => height)).toEqual(place.bandHeight)
  expect([grid.width, grid.height]).toEqual([place.width, place.height])
  for (const { column, band, row, x, y } of place.cards) {
    const [at, in_] = [grid.columns[column], grid.bands[band]]
    expect([at?.cardX, in_ && rowTop(in_, row, grid)]).toEqual([x, y])
  }
  for (const { x, y, place: found } of place.points) {
    expect(placeAt(x, y, grid), `at ${x}, ${y}`).toEqual(found)
  }
})

test('a card that is being written gets a row before the core knows it', () => {
  const [place] = places
  if (!place) throw new Error('no fixture')
  const bands = [band('MVP', { rows: 1 }), band('Later')]
  const grid = gridOf(place.metrics, [], bands, ({ name }) => (name === 'MVP' ? 2 : 0))

  expect(grid.bands.map(({ top, height }) => [top, height])).toEqual([
    [0, 232],
    [232, 152],
  ])
})

test('what overlaps a stretch is found, also at its very ends', () => {
  const list = [0, 10, 20, 30]
  const found = (from: number, to: number) =>
    overlapping(
      list,
      from,
      to,
      (start) => start,
      () => 8,
    )

  expect(found(8, 21)).toEqual([1, 3])
  expect(found(7, 20)).toEqual([0, 2])
  expect(found(38, 60)).toEqual([4, 4])
})

const column = (step: string, endsActivity = false): Column => ({
  step,
  title: null,
  lines: [],
  endsActivity,
  fold: 'open',
})
const small = (zoom: number) =>
  gridOf(
    TEAM,
    [column('a'), column('b', true), column('c', true)],
    [band('MVP', { rows: 6 }), band('Beta', { folded: true }), band('Later', { rows: 2 })],
    () => 0,
    zoom,
  )

test('zoomed, cards and gaps scale and the track of the line keeps its size', () => {
  const grid = small(0.5)

  expect(grid.columns.map(({ x, width }) => [x, width])).toEqual([
    [0, 76],
    [80, 76],
    [168, 76],
  ])
  expect(grid.bands.map(({ top, height }) => [top, height])).toEqual([
    [0, 36 + 6 * 46 + 12],
    [324, 28],
    [352, 152],
  ])
})

test('in the overview the gaps after activities keep their size, and a band needs less room', () => {
  const grid = small(0.1)

  expect(grid.columns[2]?.x).toBeCloseTo(2 * 16 + 11)
  expect(grid.bands[0]?.height).toBeCloseTo(28 + 6 * 9.2 + 12)
  expect(grid.bands[2]?.height).toBe(58)
})

test('what lies at a point at one zoom is found at another', () => {
  const [from, to] = [small(1), small(0.25)]
  const [before, after] = [marksOf(from), marksOf(to)]
  const middle = (grid: Grid) => {
    const [column, band] = [grid.columns[1], grid.bands[0]]
    if (!column || !band) throw new Error('no such place')
    return [column.x + column.width / 2, rowTop(band, 2, grid) + grid.cardH / 2]
  }
  const [x = 0, y = 0] = middle(from)
  const [right = 0, down = 0] = middle(to)

  expect(carry(x, before.x, after.x)).toBeCloseTo(right)
  expect(carry(y, before.y, after.y)).toBeCloseTo(down, 0)
  expect(carry(from.width + 30, before.x, after.x), 'behind it').toBeCloseTo(to.width + 30)
  expect(carry(-5, before.x, after.x), 'in front of it').toBe(-5)
})

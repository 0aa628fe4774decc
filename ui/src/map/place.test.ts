import { expect, test } from 'vitest'
import places from '../../../tests/fixtures/places.json'
import type { BandScene, Column } from '../bindings'
import { band } from '../testing/sketch'
import { type Grid, gridOf, overlapping, placeAt, rowTop } from './place'

const NAMES = { later: 'Later', earlier: 'Earlier' } as const

function gridIn(place: (typeof places)[number]): Grid {
  const columns = place.columns.map(
    ({ across, endsActivity }, index): Column => ({
      step: across ? null : String(index),
      title: null,
      lines: [],
      endsActivity,
    }),
  )
  const bands = place.bands.map(({ kind, folded, rows }, index): BandScene => {
    const name = NAMES[kind as keyof typeof NAMES] ?? String(index)
    return band(name, { folded, rows })
  })
  const view = { lens: 'team', acrossOpen: place.acrossOpen, earlierOpen: false } as const
  return gridOf(place.metrics, view, columns, bands)
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
  const view = { lens: 'team', acrossOpen: false, earlierOpen: false } as const
  const [place] = places
  if (!place) throw new Error('no fixture')
  const bands = [band('MVP', { rows: 1 }), band('Later')]
  const grid = gridOf(place.metrics, view, [], bands, ({ name }) => (name === 'MVP' ? 2 : 0))

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

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openMap } from '../openMap.svelte'
import { report, shows, sketch } from '../testing/sketch'
import { coming } from './coming.svelte'
import { drag } from './drag.svelte'
import { weight, whereTo } from './inHand'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))

beforeEach(() => {
  const scene = sketch('| Search | Pay\nMVP | Find, ☐ Form | Card\nLater | |')
  for (const face of Object.values(scene.faces)) face.estimate = face.isTask ? null : '3'
  openMap.apply(shows(scene))
})
afterEach(() => {
  drag.target = null
  drag.how = 'move'
  vi.restoreAllMocks()
})

test('what is in the hand is counted, with its points', () => {
  expect(weight(['Find', 'Card', '☐ Form'])).toBe('2 PBIs, 1 task, 6 points')
  expect(weight(['☐ Form'])).toBe('1 task')
})

test('the place is named, and what stays in pieces there, once that is known', () => {
  const band = openMap.frame?.bands[0]
  if (!band) throw new Error('one band is there')
  drag.target = { on: 'cell', band: band.band, step: 'Pay', index: 0, head: false }
  expect(whereTo()).toEqual(['MVP', 'Pay'])
  vi.spyOn(coming, 'of').mockReturnValue({
    ...band,
    report: report('pieces', { whole: 3, pieces: 4 }),
  })
  expect(whereTo()).toEqual(['MVP', 'Pay', '4 of 7 PBIs stay in pieces'])
  drag.how = 'keep'
  expect(whereTo()[1]).toBe('each in its own step')
})

test('over the tray and over a PBI that alone is said', () => {
  drag.target = { on: 'tray' }
  expect(whereTo()).toEqual(['Tray'])
  drag.target = { on: 'item', item: 'Card', card: 'Card' }
  expect(whereTo()).toEqual(['of Card'])
})

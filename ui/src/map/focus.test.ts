import { beforeEach, expect, test, vi } from 'vitest'
import { announcer } from '../announcer.svelte'
import { openMap } from '../openMap.svelte'
import { shows, sketch } from '../testing/sketch'
import { focus } from './focus.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))

const map = sketch(`
       | Search | Pay
MVP    | Find   | Card
Later  | Sort   |
`)

beforeEach(() => {
  openMap.apply(shows(map))
  focus.leave()
})

test('a focus on a card is one on its activity, dims the other columns and is said', () => {
  focus.toggle({ on: 'card', id: 'Card' })
  expect([focus.dimsColumn(0), focus.dimsColumn(1)]).toEqual([true, false])
  expect(focus.dimsBand('later')).toBe(false)
  expect(announcer.sentence).toBe('Focus on Pay')
})

test('a focus on a head dims the other bands; the same again shows all', () => {
  focus.toggle({ on: 'head', band: 'MVP' })
  expect([focus.dimsBand('MVP'), focus.dimsBand('later')]).toEqual([false, true])
  focus.toggle({ on: 'head', band: 'MVP' })
  expect(focus.dimsBand('later')).toBe(false)
  expect(focus.leave(), 'there is nothing left to leave').toBe(false)
})

test('a focus ends with what it was on', () => {
  focus.toggle({ on: 'head', band: 'MVP' })
  openMap.apply(shows(sketch('| Search\nLater | Sort')))
  expect(focus.on).toBeNull()
})

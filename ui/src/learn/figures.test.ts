import { mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { Figures, LedgerRow, OfPeriod } from '../bindings'
import Comparison from './Comparison.svelte'
import Trend from './Trend.svelte'

let shown: ReturnType<typeof mount>
afterEach(() => unmount(shown))

const NONE: Figures = {
  increments: 0,
  finished: 0,
  cards: 0,
  technical: 0,
  feedback: 0,
  answered: 0,
  daysUntilAnswered: null,
}

function row(short: string, figures: Partial<Figures>, technicalPercent: number | null): LedgerRow {
  const fact = { code: 'not-started' } as const
  const of = { ...NONE, ...figures }
  return {
    sprint: short,
    name: `Sprint ${short}`,
    short,
    over: true,
    fact,
    figures: of,
    technicalPercent,
  }
}

test('the chart is its table: a number under each bar, a disc for each Increment', () => {
  const rows = [
    row('11', { finished: 1 }, 85),
    row('12', { increments: 3, finished: 9, daysUntilAnswered: 6 }, 12),
  ]
  shown = mount(Trend, { target: document.body, props: { rows } })
  const read = (line: Element) =>
    [...line.querySelectorAll('td')].map((cell) => cell.textContent?.trim())
  const lines = [...document.querySelectorAll('tbody tr')].map(read)
  expect(lines).toEqual([
    ['0', '3'],
    ['1', '9'],
    ['85', '12'],
    ['0', '0'],
    ['–', '6'],
  ])
  expect(document.querySelectorAll('.disc')).toHaveLength(3)
  const [small, tall] = [...document.querySelectorAll<HTMLElement>('.bar')]
  expect([small?.style.height, tall?.style.height]).toEqual(['4px', '32px'])
})

function period(name: string, figures: Partial<Figures>, more: Partial<OfPeriod>): OfPeriod {
  return {
    period: name,
    name,
    startsOn: '2026-01-01',
    endsOn: '2026-01-31',
    sprints: 3,
    fromTo: ['Sprint 9', 'Sprint 11'],
    nothingDone: 0,
    weeksNothing: 0,
    finishedASprint: null,
    technicalPercent: null,
    figures: { ...NONE, ...figures },
    ...more,
  }
}

test('two periods side by side say the turn, and what nobody knows as a dash', () => {
  const compared = [
    period('Pulled tasks', {}, { weeksNothing: 6, technicalPercent: 82 }),
    period('Pulled whole PBIs', { increments: 4 }, { finishedASprint: 3.7 }),
  ] as const
  shown = mount(Comparison, { target: document.body, props: { compared: [...compared] } })
  const of = (measure: string) =>
    document.querySelector(`[data-measure=${measure}]`)?.textContent?.trim()
  expect([of('before-increments'), of('after-increments')]).toEqual(['0', '4'])
  expect([of('before-weeks'), of('before-technical')]).toEqual(['6', '82 %'])
  expect([of('before-finished'), of('after-finished')]).toEqual(['–', '3.7'])
  expect(document.querySelector('.turn')?.textContent).toBe(
    'No Increment in 3 Sprints, then 4 in 3.',
  )
})

import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { BandReport, BandScene, Reason } from '../bindings'
import { band, report, TEAM } from '../testing/sketch'
import Head from './Head.svelte'
import { gridOf } from './place'

let head: ReturnType<typeof mount>
afterEach(() => unmount(head))

function draw(shown: BandReport, more: Partial<BandScene> = {}): HTMLElement {
  const scene = band('Rush hour', { report: shown, ...more })
  const [placed] = gridOf(TEAM, [], [scene]).bands
  if (!placed) throw new Error('one band is placed')
  head = mount(Head, {
    target: document.body,
    props: {
      band: placed,
      scene,
      report: shown,
      reachable: false,
      over: false,
      brief: false,
      activityName: (id: string) => id,
    },
  })
  flushSync()
  return document.querySelector('[data-spot]') as HTMLElement
}
const hole = (title: string): Reason => ({ code: 'hole', activity: title, title })
const fact = (drawn: HTMLElement) => drawn.querySelector('.fact')?.textContent?.trim()
const pill = (drawn: HTMLElement) => drawn.querySelector('.pill')?.textContent?.trim()

test('plan and fact stand apart: a whole plan of which nothing is Done has not started', () => {
  const drawn = draw(report('end-to-end', { whole: 4 }))
  expect(pill(drawn)).toBe('End to end')
  expect(fact(drawn)).toBe('Not started')
})

test('what is finished is counted, and is no Increment yet', () => {
  const drawn = draw(report('gaps', { fact: { code: 'rules-open', finished: 3 } }))
  expect(fact(drawn)).toBe('3 finished, DoD open')
})

test('an Increment stands in its chip, with what became of its value', () => {
  const known = { usable: 1, notUsable: 0, confirmed: 0, refuted: 1, rulesOpen: 0 }
  const increments = { code: 'increments', count: 1, value: 'refuted', ...known } as const
  const drawn = draw(report('end-to-end', { fact: increments }))
  expect(drawn.querySelector('.chip')?.textContent).toBe('1 Increment')
  expect(drawn.querySelector('.value')?.textContent).toBe('refuted')
})

test('a slice of which only tasks are finished is under way', () => {
  expect(fact(draw(report('pieces', { pieces: 4, fact: { code: 'under-way' } })))).toBe('Under way')
})

test('pieces say how many are whole', () => {
  expect(pill(draw(report('pieces', { pieces: 4 })))).toMatch(/Pieces\s*0 of 4 whole/)
})

test('one hole is named, several are counted', () => {
  expect(pill(draw(report('gaps', { reasons: [hole('Come back')] })))).toMatch(/Gaps\s*Come back/)
  unmount(head)
  expect(pill(draw(report('gaps', { reasons: [hole('Pay'), hole('Come back')] })))).toMatch(
    /Gaps\s*2 holes/,
  )
})

test('a plan that leans on another slice says so instead of the count', () => {
  const reasons: Reason[] = [{ code: 'if-ships', slice: 'Walking skeleton' }]
  const drawn = draw(report('end-to-end', { reasons }), { items: 4 })
  expect(drawn.textContent).toContain('if Walking skeleton ships')
  expect(drawn.textContent).not.toContain('4 PBIs')
})

test('a screen reader gets one sentence', () => {
  const drawn = draw(report('gaps', { holes: ['Come back'], fact: { code: 'under-way' } }), {
    items: 5,
  })
  expect(drawn.getAttribute('aria-label')).toBe(
    'Rush hour. Plan: Gaps, nothing for Come back. Fact: Under way. 5 PBIs.',
  )
})

test('holes that a slice above names already are not named again', () => {
  expect(pill(draw(report('gaps', { reasons: [{ code: 'holes-above', count: 1 }] })))).toBe('Gaps')
})

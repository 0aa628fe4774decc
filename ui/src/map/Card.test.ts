import { mount, unmount } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { Face } from '../bindings'
import { face } from '../testing/sketch'
import Card from './Card.svelte'
import { cardName } from './names'

let card: ReturnType<typeof mount>
afterEach(() => unmount(card))

function draw(shown: Face, more: { away?: boolean } = {}): HTMLElement {
  const name = cardName(shown, 'step Pay, slice Rush hour', 2, 3)
  const props = { id: 'card', face: shown, x: 12, y: 36, name, position: 2, size: 3 }
  card = mount(Card, {
    target: document.body,
    props: { ...props, selected: false, reachable: false, away: more.away ?? false },
  })
  return document.querySelector('[data-card]') as HTMLElement
}

test('a card lies where the grid says, in the lines that the core chose', () => {
  const drawn = draw(face('Pay by card', { lines: ['Pay by', 'card'] }))
  expect([drawn.style.left, drawn.style.top]).toEqual(['12px', '36px'])
  expect([...drawn.querySelectorAll('.line')].map((line) => line.textContent)).toEqual([
    'Pay by',
    'card',
  ])
})

test('a card in pieces says how much of it is here, to the eye and to the ear', () => {
  const drawn = draw(
    face('Pay by card', { pieces: { some: 2, all: 5 }, tasks: { some: 1, all: 5 } }),
  )
  expect(drawn.textContent).toContain('2 of 5 here')
  expect(drawn.textContent).not.toContain('1/5')
  expect(drawn.getAttribute('aria-label')).toBe(
    'Pay by card, step Pay, slice Rush hour, 2 of 3, in pieces',
  )
})

test('a task alone names its PBI', () => {
  const drawn = draw(face('Write tests', { isTask: true, of: 'Pay by card' }))
  expect(drawn.textContent).toContain('of Pay by card')
})

test('kind, tag, tasks and estimate stand in the meta row; an outcome needs no word', () => {
  const drawn = draw(
    face('Broken', { kind: 'bug', tag: 'legal', tasks: { some: 1, all: 3 }, estimate: '5' }),
  )
  expect(drawn.querySelector('.meta')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
    'bug 1/3 legal 5',
  )
  unmount(card)
  expect(
    draw(face('Pay', { kind: 'outcome' }))
      .querySelector('.meta')
      ?.textContent?.trim(),
  ).toBe('')
})

test('where a card was taken from, nothing is left to read', () => {
  expect(draw(face('Pay by card'), { away: true }).textContent?.trim()).toBe('')
})

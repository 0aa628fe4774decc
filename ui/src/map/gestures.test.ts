import { expect, test } from 'vitest'
import { face } from '../testing/sketch'
import { type CellTarget, letGo, removeCards, rename } from './gestures'

const faces = new Map(
  ['Card', 'Cash', 'Wallet', '☐ Form'].map((id) => [id, face(id, { isTask: id.startsWith('☐') })]),
)
const known = (card: string) => faces.get(card)
const cell = (index: number): CellTarget => ({
  on: 'cell',
  band: { type: 'slice', slice: 'MVP' },
  step: 'Pay',
  index,
  head: false,
})

test('cards let go between two others come in front of the lower one', () => {
  expect(letGo(['Wallet'], cell(1), ['Card', 'Cash'], known)).toEqual([
    { type: 'moveItems', items: ['Wallet'], to: { step: 'Pay', slice: 'MVP', before: 'Cash' } },
  ])
})

test('a card let go where tasks follow comes to the end: only PBIs have an order', () => {
  expect(letGo(['Wallet'], cell(1), ['Card', '☐ Form'], known)).toEqual([
    { type: 'moveItems', items: ['Wallet'], to: { step: 'Pay', slice: 'MVP', before: null } },
  ])
})

test('a card is never put in front of itself', () => {
  expect(letGo(['Card'], cell(0), ['Card', 'Cash'], known)).toEqual([
    { type: 'moveItems', items: ['Card'], to: { step: 'Pay', slice: 'MVP', before: 'Cash' } },
  ])
})

test('a task is pulled into the band, whatever the step; a PBI beside it is moved', () => {
  expect(letGo(['☐ Form', 'Card'], cell(0), [], known)).toEqual([
    { type: 'moveItems', items: ['Card'], to: { step: 'Pay', slice: 'MVP', before: null } },
    { type: 'pullTasks', tasks: ['☐ Form'], slice: 'MVP' },
  ])
})

test('in the tray nothing has a place, and a task goes with its PBI again', () => {
  expect(letGo(['Card', '☐ Form'], { on: 'tray' }, [], known)).toEqual([
    { type: 'moveItems', items: ['Card'], to: { step: null, slice: null, before: null } },
    { type: 'pullTasks', tasks: ['☐ Form'], slice: null },
  ])
})

test('Later is no slice', () => {
  const later: CellTarget = { ...cell(0), band: { type: 'later' } }
  expect(letGo(['Card'], later, [], known)).toEqual([
    { type: 'moveItems', items: ['Card'], to: { step: 'Pay', slice: null, before: null } },
  ])
})

test('each kind of card is renamed and removed in its own way', () => {
  expect(rename({ on: 'card', id: 'Card' }, 'By card', known)).toEqual({
    type: 'changeItem',
    item: 'Card',
    title: 'By card',
  })
  expect(rename({ on: 'card', id: '☐ Form' }, 'The form', known)).toEqual({
    type: 'renameTask',
    task: '☐ Form',
    title: 'The form',
  })
  expect(removeCards(['Card', '☐ Form'], known)).toEqual([
    { type: 'removeItems', items: ['Card'] },
    { type: 'removeTasks', tasks: ['☐ Form'] },
  ])
})

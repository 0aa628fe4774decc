import { expect, test } from 'vitest'
import { face } from '../testing/sketch'
import { removeCards, rename } from './gestures'

const faces = new Map(
  ['Card', 'Cash', 'Wallet', '☐ Form'].map((id) => [id, face(id, { isTask: id.startsWith('☐') })]),
)
const known = (card: string) => faces.get(card)

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
  expect(removeCards(['Card', '☐ Form'], known)).toEqual({
    type: 'together',
    edits: [
      { type: 'removeItems', items: ['Card'] },
      { type: 'removeTasks', tasks: ['☐ Form'] },
    ],
  })
})

test('a reference is removed without touching its PBI', () => {
  const reference = face('Card', { reference: { item: 'Card', in: 'Collect', step: 'Pay' } })
  expect(removeCards(['ref'], () => reference)).toEqual({
    type: 'removeReference',
    items: ['Card'],
    step: 'Collect',
  })
})

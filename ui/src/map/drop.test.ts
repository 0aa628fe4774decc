import { expect, test } from 'vitest'
import type { BandsBy, CardId, Face } from '../bindings'
import { face } from '../testing/sketch'
import { type CellTarget, type How, howBy, letGo as letGoAt, type Target } from './drop'

const faces = new Map(
  ['Card', 'Cash', 'Wallet', '☐ Form'].map((id) => [id, face(id, { isTask: id.startsWith('☐') })]),
)
const known = (card: string) => faces.get(card)
/** The cards of MVP/Pay, and where the cards in the hand stand. */
function letGo(
  cards: CardId[],
  target: Target,
  there: CardId[] = [],
  how: How = 'move',
  by: BandsBy = 'slices',
  face: (card: CardId) => Face | undefined = known,
) {
  const stepOf = (card: CardId) => (card === 'Wallet' ? 'Collect' : 'Pay')
  return letGoAt(cards, target, how, { there, face, stepOf, by })
}
const cell = (index: number): CellTarget => ({
  on: 'cell',
  band: { type: 'slice', slice: 'MVP' },
  step: 'Pay',
  index,
  head: false,
})

test('cards let go between two others come in front of the lower one', () => {
  expect(letGo(['Wallet'], cell(1), ['Card', 'Cash'])).toEqual({
    type: 'moveItems',
    items: ['Wallet'],
    to: { step: 'Pay', slice: 'MVP', before: 'Cash' },
  })
})

test('a card let go where tasks follow comes to the end: only PBIs have an order', () => {
  expect(letGo(['Wallet'], cell(1), ['Card', '☐ Form'])).toEqual({
    type: 'moveItems',
    items: ['Wallet'],
    to: { step: 'Pay', slice: 'MVP', before: null },
  })
})

test('a card is never put in front of itself', () => {
  expect(letGo(['Card'], cell(0), ['Card', 'Cash'])).toEqual({
    type: 'moveItems',
    items: ['Card'],
    to: { step: 'Pay', slice: 'MVP', before: 'Cash' },
  })
})

test('a task is pulled into the band, whatever the step; a PBI beside it is moved', () => {
  expect(letGo(['☐ Form', 'Card'], cell(0))).toEqual({
    type: 'together',
    edits: [
      { type: 'moveItems', items: ['Card'], to: { step: 'Pay', slice: 'MVP', before: null } },
      { type: 'pullTasks', tasks: ['☐ Form'], slice: 'MVP' },
    ],
  })
})

test('in the tray nothing has a place, and a task goes with its PBI again', () => {
  expect(letGo(['Card', '☐ Form'], { on: 'tray' })).toEqual({
    type: 'together',
    edits: [
      { type: 'moveItems', items: ['Card'], to: { step: null, slice: null, before: null } },
      { type: 'pullTasks', tasks: ['☐ Form'], slice: null },
    ],
  })
})

test('Later is no slice', () => {
  const later: CellTarget = { ...cell(0), band: { type: 'later' } }
  expect(letGo(['Card'], later)).toEqual({
    type: 'moveItems',
    items: ['Card'],
    to: { step: 'Pay', slice: null, before: null },
  })
})

test('a task let go on a PBI is a task of it, and what is no task stays where it is', () => {
  const onCard: Target = { on: 'item', item: 'Card', card: 'Card' }
  expect(letGo(['☐ Form'], onCard)).toEqual({ type: 'moveTasks', tasks: ['☐ Form'], item: 'Card' })
  expect(letGo(['Cash'], onCard)).toBeNull()
})

test('with Ctrl a card stays where it is and stands in the step too; a task cannot', () => {
  expect(howBy({ ctrl: true, alt: false }, cell(0))).toBe('refer')
  const refer = (cards: CardId[], target: Target = cell(0)) => letGo(cards, target, [], 'refer')
  expect(refer(['Card', '☐ Form'])).toEqual({ type: 'addReference', items: ['Card'], step: 'Pay' })
  expect(refer(['☐ Form'])).toBeNull()
  expect(refer(['Card'], { ...cell(0), step: null }), 'Across is no step').toBeNull()
})

test('with Alt, and over a head, each card keeps its step, and only the band is another', () => {
  expect(howBy({ ctrl: false, alt: true }, cell(0))).toBe('keep')
  expect(howBy({ ctrl: false, alt: false }, { ...cell(0), head: true })).toBe('keep')
  expect(howBy({ ctrl: false, alt: false }, cell(0))).toBe('move')
  expect(letGo(['Card', 'Wallet'], cell(0), [], 'keep')).toEqual({
    type: 'moveItemsToSlice',
    items: ['Card', 'Wallet'],
    slice: 'MVP',
  })
  const sprint: Target = { ...cell(0), band: { type: 'sprint', sprint: 'S1' } }
  const move = { type: 'moveItemsInSprint', sprint: 'S1', before: null }
  expect(letGo(['Card', 'Wallet', 'Cash'], sprint, [], 'keep', 'sprints')).toEqual({
    type: 'together',
    edits: [
      { ...move, items: ['Card', 'Cash'], step: 'Pay' },
      { ...move, items: ['Wallet'], step: 'Collect' },
    ],
  })
})

test('a reference is moved into another step, or stands in one more, without touching its PBI', () => {
  const reference = face('Card', { reference: { item: 'Card', in: 'Collect', step: 'Pay' } })
  const there = (card: string) => (card === 'ref' ? reference : known(card))
  const letGoRef = (target: Target, how: How) => letGo(['ref'], target, [], how, 'slices', there)
  expect(letGoRef(cell(0), 'move')).toEqual({
    type: 'together',
    edits: [
      { type: 'removeReference', items: ['Card'], step: 'Collect' },
      { type: 'addReference', items: ['Card'], step: 'Pay' },
    ],
  })
  expect(letGoRef(cell(0), 'refer')).toEqual({ type: 'addReference', items: ['Card'], step: 'Pay' })
  expect(letGoRef({ ...cell(0), step: 'Collect' }, 'move'), 'it is there already').toBeNull()
})

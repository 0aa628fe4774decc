import { expect, test } from 'vitest'
import { partsOf } from './words'

const marked = (name: string, asked: string) =>
  partsOf(name, asked)
    ?.map((part) => (part.asked ? `[${part.text}]` : part.text))
    .join('') ?? null

test('every word asked for begins a word of the name, in any order', () => {
  expect(marked('Export a picture…', 'pic exp')).toBe('[Exp]ort a [pic]ture…')
  expect(marked('Export a picture…', 'port')).toBeNull()
  expect(marked('Export a picture…', '')).toBe('Export a picture…')
})

test('case and accents make no difference', () => {
  expect(marked('Undo: Add step “Café”', 'CAFE')).toBe('Undo: Add step “[Café]”')
})

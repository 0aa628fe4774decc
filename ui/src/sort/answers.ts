/** What a task can be told to be, where it serves no outcome that is named. */
import type { Edit, Sorting, ToSort } from '../bindings'
import { asItem } from './sitting.svelte'

/** The keys, and how they are written. */
export const ANSWERS = { o: 'O', e: 'E', s: 'S', b: 'B', a: 'A', '?': '?', x: 'X' } as const
export type AnswerKey = keyof typeof ANSWERS

const KINDS = { o: 'outcome', e: 'enabler', s: 'spike', b: 'bug' } as const

/** The one change that an answer makes. */
export function answerTo(
  key: AnswerKey,
  row: ToSort,
  { askTag, notNeededTag }: Pick<Sorting, 'askTag' | 'notNeededTag'>,
  why = '',
): Edit {
  const items = [row.row]
  switch (key) {
    case 'a': {
      // What serves all PBIs is a rule for all of them, and no task any more.
      const gone: Edit = row.isTask
        ? { type: 'removeTasks', tasks: items }
        : { type: 'removeItems', items }
      return { type: 'together', edits: [{ type: 'addDoneRule', text: row.title }, gone] }
    }
    case '?':
      return asItem(row, { type: 'tagItems', items, tag: askTag })
    case 'x': {
      const notes: Edit[] = why ? [{ type: 'changeItem', item: row.row, notes: why }] : []
      return asItem(row, { type: 'tagItems', items, tag: notNeededTag }, ...notes)
    }
    default:
      return asItem(row, { type: 'setKind', items, kind: KINDS[key] })
  }
}

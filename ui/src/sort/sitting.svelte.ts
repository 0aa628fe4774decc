/** One sitting over a list of tasks: where one is in it. What was decided is in the map. */
import type { Edit, ItemId, PersonaId, Sorting, ToSort } from '../bindings'
import { openMap } from '../openMap.svelte'

export const PHASES = ['whom', 'outcomes', 'deal', 'alone', 'place'] as const
export type Phase = (typeof PHASES)[number]

class Sitting {
  /** `null`: not begun; where to begin is seen from the map. */
  phase = $state<Phase | null>(null)
  /** For whom outcomes are named; `null`: the first persona. */
  persona = $state<PersonaId | null>(null)
  /** Rows that were put off, in the order in which they come again. */
  later = $state.raw<readonly string[]>([])
  /** What was done last, and what undo was called then: after another change it is no news. */
  last = $state.raw<{ readonly sentence: string; readonly undoes: string | null } | null>(null)
  /** What somebody said of each outcome: whether it can be tried alone. */
  alone = $state.raw<ReadonlyMap<ItemId, 'yes' | 'no'>>(new Map())

  /** Where a sitting begins or goes on. */
  begin({ outcomes, left, goal }: Sorting): Phase {
    const people = (openMap.frame?.personas.length ?? 0) > 0
    if (!people || !goal) return outcomes.length > 0 && people ? 'deal' : 'whom'
    if (outcomes.length === 0) return 'outcomes'
    return left.length > 0 ? 'deal' : 'alone'
  }

  /** The row that is dealt now: those that were put off come last. */
  current({ left }: Sorting): ToSort | null {
    const later = new Map(this.later.map((row, at) => [row, at]))
    const place = ({ row }: ToSort) => later.get(row) ?? -1
    return left.toSorted((one, other) => place(one) - place(other))[0] ?? null
  }

  putOff({ row }: ToSort): void {
    this.later = [...this.later.filter((other) => other !== row), row]
  }

  say(sentence: string): void {
    this.last = { sentence, undoes: openMap.undoes }
  }

  judge(outcome: ItemId, can: 'yes' | 'no'): void {
    this.alone = new Map([...this.alone, [outcome, can]])
  }
}

/** What is sure to go where the current row goes; nothing, where it goes alone. */
export function bundleOf({ left }: Sorting, current: ToSort | null): ToSort[] {
  if (!current?.sure) return []
  const bundle = left.filter(({ sure, likely }) => sure && likely === current.likely)
  return bundle.length > 1 ? bundle : []
}

/** Several edits of one row as one change; a task becomes a PBI first. */
export function asItem({ row, isTask }: ToSort, ...edits: Edit[]): Edit {
  const first: Edit[] = isTask ? [{ type: 'convert', rows: [row], to: 'item', item: null }] : []
  const [one, ...more] = [...first, ...edits]
  return one && more.length === 0 ? one : { type: 'together', edits: [...first, ...edits] }
}

/** The one of this window. */
export const sitting = new Sitting()

/** What can be answered to a hole on the way: each closes it, and says what would come of that. */
import type { Asks, Change, CoveredBy, Edit, Verdict, WayStep } from '../bindings'
import { answered } from '../report/report'
import { text } from '../text'

export interface Answer {
  readonly key: string
  readonly words: string
  /** What stands under it. */
  readonly aside: string
  readonly verdict: Verdict | null
  readonly asks: Asks | null
  readonly edit: (words: string) => Edit
}

/** PBIs that are offered for one hole. */
const MOST = 5

/** The answers for a step whose activity is a hole, from the changes that its slice's report offers. */
export function answersOf(changes: readonly Change[], { step, activity }: WayStep): Answer[] {
  const here = changes.filter((change) => change.activity === activity)
  const brings = here.filter(({ asks }) => asks === null).slice(0, MOST)
  const mark = (how: CoveredBy) =>
    here.find(({ edit }) => edit.type === 'setCover' && edit.how === how)
  const fresh = here.find(({ edit }) => edit.type === 'addItem')
  const part = changes.find(({ edit, asks }) => edit.type === 'changeSlice' && asks !== null)
  const offered = [
    ...brings.map((change, at): Answer => {
      const { words, moves, verdict } = change
      const aside = text('report-moves', { count: moves })
      return { key: `${at + 1}`, words, aside, verdict, asks: null, edit: () => change.edit }
    }),
    // In the very step where one stands, not only in its activity.
    fresh &&
      answer('n', 'new', fresh, (edit) =>
        edit.type === 'addItem' ? { ...edit, to: { ...edit.to, step } } : edit,
      ),
    ...(['live', 'by-hand', 'not-needed'] as const).map((how) => {
      const change = mark(how)
      return change && answer(MARKS[how], how, change)
    }),
    part && answer('o', 'part', part),
  ]
  return offered.filter((each) => each !== undefined)
}

const MARKS: Record<CoveredBy, string> = { live: 'l', 'by-hand': 'h', 'not-needed': 'x' }

/** A change of the report that asks for words, in the words of the walk. */
function answer(
  key: string,
  id: 'new' | CoveredBy | 'part',
  change: Change,
  then: (edit: Edit) => Edit = (edit) => edit,
): Answer {
  const { verdict, asks } = change
  const [words, aside] = [text(`walk-answer-${id}`), text(`walk-answer-${id}-what`)]
  return { key, words, aside, verdict, asks, edit: (said) => then(answered(change, said)) }
}

/** What can be answered to a hole on the way: each closes it, and says what would come of that. */
import type { Asks, Change, Edit, SliceId, Verdict, WayStep } from '../bindings'
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
export function answersOf(
  changes: readonly Change[],
  { step, activity }: WayStep,
  slice: SliceId,
): Answer[] {
  const here = changes.filter((change) => change.activity === activity)
  const brings = here.filter(({ asks }) => asks === null).slice(0, MOST)
  const asking = (type: Edit['type'], how?: string) =>
    (how === undefined ? changes : here).find(
      ({ edit, asks }) =>
        asks !== null && edit.type === type && (edit.type !== 'setCover' || edit.how === how),
    )
  const offered = [
    ...brings.map(({ words, moves, verdict, edit }, at): Answer => {
      const aside = text('report-moves', { count: moves })
      return { key: `${at + 1}`, words, aside, verdict, asks: null, edit: () => edit }
    }),
    answer('n', 'new', asking('addItem', ''), 'title', (title) => {
      const to = { step, slice, before: null }
      return { type: 'addItem', title, to, sprint: null }
    }),
    answer('l', 'live', asking('setCover', 'live'), 'reason', (reason) => {
      return { type: 'setCover', activity, slice, how: 'live', reason }
    }),
    answer('h', 'by-hand', asking('setCover', 'by-hand'), 'reason', (reason) => {
      return { type: 'setCover', activity, slice, how: 'by-hand', reason }
    }),
    answer('x', 'not-needed', asking('setCover', 'not-needed'), 'reason', (reason) => {
      return { type: 'setCover', activity, slice, how: 'not-needed', reason }
    }),
    answer('o', 'part', asking('changeSlice'), 'reason', (partOnPurpose) => {
      return { type: 'changeSlice', slice, partOnPurpose }
    }),
  ]
  return offered.filter((each) => each !== null)
}

/** One that the report offers too; `null`: it does not make sense here. */
function answer(
  key: string,
  id: 'new' | 'live' | 'by-hand' | 'not-needed' | 'part',
  change: Change | undefined,
  asks: Asks,
  edit: (words: string) => Edit,
): Answer | null {
  if (!change) return null
  const { verdict } = change
  const words = text(`walk-answer-${id}`)
  return { key, words, aside: text(`walk-answer-${id}-what`), verdict, asks, edit }
}

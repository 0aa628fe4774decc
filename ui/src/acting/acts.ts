/** Acts on one card or several at once: each one change, said in a sentence, and taken back by one undo. */
import { announcer } from '../announcer.svelte'
import { commands, type Edit, type Kind } from '../bindings'
import { together } from '../map/gestures'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { today } from '../today'
import { tellOf } from '../undoing'
import { called, itemFaces, meant } from './meant'

/** Makes an edit, and says what it did, if it did anything. Says whether it was not refused. */
export async function act(edit: Edit | null, said: () => string): Promise<boolean> {
  const answer = edit && (await openMap.editAndShow(edit))
  if (answer?.change != null) announcer.say(said())
  return answer !== null
}

/** Declares what PBIs are; `null`: undeclared again. */
export async function declare(kind: Kind | null): Promise<void> {
  const { items, cards } = meant()
  if (items.length === 0) return
  const name = called(cards)
  const is = kind ? text(`kind-${kind}`) : text('act-undeclared-now')
  await act({ type: 'setKind', items, kind }, () => text('act-is-now', { name, is }))
}

/** Whether every PBI meant is of a kind. */
export function areAll(kind: Kind | null): boolean {
  const faces = itemFaces()
  return faces.length > 0 && faces.every((face) => face.kind === kind)
}

/** Estimates PBIs; `null`: not estimated. */
export async function estimate(points: number | null): Promise<void> {
  const { items, cards } = meant()
  if (items.length === 0) return
  const name = called(cards)
  const is = points === null ? text('act-not-estimated') : text('count-points', { count: points })
  await act({ type: 'setEstimate', items, estimate: points }, () =>
    text('act-is-now', { name, is }),
  )
}

/** Whether all that is meant is Done. */
export function areDone(): boolean {
  const { cards } = meant()
  return cards.length > 0 && cards.every((card) => openMap.faces.get(card)?.done)
}

/**
 * Says that all that is meant is Done, or, where it is already, that it is not. What the Definition of
 * Done still asks is said beside it; it stops nobody.
 */
export async function toggleDone(): Promise<void> {
  const { items, tasks, cards } = meant()
  const done = !areDone()
  const name = called(cards)
  const on = done ? { doneOn: today() } : {}
  const edits: Edit[] = []
  if (items.length > 0) edits.push({ type: 'setDone', items, done, ...on })
  if (tasks.length > 0) edits.push({ type: 'setTasksDone', tasks, done, ...on })
  const edit = together(edits)
  const answer = edit && (await openMap.editAndShow(edit))
  if (answer?.change == null) return
  const rules = done && items.length > 0 ? await openRules(items) : []
  if (rules.length > 0) tellOf(text('act-done-with-rules', { name, rules: rules.join(' · ') }))
  else announcer.say(text(done ? 'act-done-now' : 'act-not-done-now', { name }))
}

async function openRules(items: string[]): Promise<string[]> {
  const answer = await commands.borne(items)
  return answer.status === 'ok' ? answer.data.openRules : []
}

/** Brings the tasks that were pulled away from their PBIs back to them. */
export async function bringTogether(): Promise<void> {
  const { items, tasks, cards } = meant()
  const name = called(cards)
  const edits: Edit[] = []
  if (items.length > 0) edits.push({ type: 'bringTogether', items })
  // A task alone goes home; those beside it that were pulled elsewhere stay.
  if (tasks.length > 0) edits.push(home(tasks))
  await act(together(edits), () => text('act-together-now', { name }))
}

function home(tasks: string[]): Edit {
  return openMap.view.bandsBy === 'sprints'
    ? { type: 'pullTasksIntoSprint', tasks, sprint: null }
    : { type: 'pullTasks', tasks, slice: null }
}

/** Whether anything meant is in pieces, or is a piece. */
export function anyInPieces(): boolean {
  return meant().cards.some((card) => {
    const face = openMap.faces.get(card)
    return !!face && (face.pieces !== null || (face.isTask && face.of !== null))
  })
}

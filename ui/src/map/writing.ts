/** What happens when a field of the map is kept. One that is left gives the focus back by itself. */
import type { StepId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { editing } from './editing.svelte'
import { placeIn, rename } from './gestures'
import { bandKey } from './keys'
import { selection } from './selection.svelte'
import type { Spot } from './spots'

/** How a field ended: by Enter, or because the hand went elsewhere. */
export type By = 'enter' | 'leaving'

/** Gives a spot another name. */
export async function keepName(spot: Spot, name: string, by: By): Promise<void> {
  editing.stop()
  if (by === 'enter') selection.go(spot)
  const edit = rename(spot, name, (card) => openMap.faces.get(card), openMap.view.bandsBy)
  if (edit && !(await openMap.edit(edit))) {
    editing.reopen({ what: 'rename', spot, first: name, refused: true })
  }
}

/** Makes a PBI at the end of a cell. After Enter the next one is written. */
export async function keepCard(
  band: string,
  step: StepId | null,
  title: string,
  by: By,
): Promise<void> {
  editing.stop()
  const scene = openMap.frame?.bands.find((at) => bandKey(at.band) === band)
  if (!title || !scene) return
  const sprint = scene.band.type === 'sprint' ? scene.band.sprint : null
  const to = placeIn(scene.band, step)
  const answer = await openMap.edit({ type: 'addItem', title, to, sprint })
  const [id] = answer?.created ?? []
  if (!answer) editing.reopen({ what: 'new-card', band, step, first: title, refused: true })
  if (!answer || by === 'leaving') return
  // The next field takes the focus; where it is left, the focus goes to the card that was written last.
  if (id) selection.note({ on: 'card', id })
  editing.start({ what: 'new-card', band, step, first: '' })
}

/** Makes an activity at the end of the backbone. After Enter the next one is written. */
export async function keepActivity(title: string, by: By): Promise<void> {
  editing.stop()
  if (!title) return
  const answer = await openMap.edit({ type: 'addActivity', title })
  const [id] = answer?.created ?? []
  // The next field takes the focus; where it is left, the focus goes to the activity that was written last.
  if (id) selection.note({ on: 'activity', id })
  if (!answer) editing.reopen({ what: 'new-activity', first: title, refused: true })
  else if (by === 'enter') editing.start({ what: 'new-activity' })
}

/** Opens a field for the next step of an activity. Its first step is there already, without a name. */
export function startStep(activity: string): void {
  const { columns, activities } = openMap.frame?.backbone ?? { columns: [], activities: [] }
  const block = activities.find((at) => at.activity === activity)
  const only = block?.count === 1 ? columns[block.first] : undefined
  if (only?.step && !only.title)
    editing.start({ what: 'rename', spot: { on: 'step', id: only.step } })
  else editing.start({ what: 'new-step', activity, before: null })
}

/** Makes a step in an activity. */
export async function keepStep(
  activity: string,
  before: StepId | null,
  title: string,
  by: By,
): Promise<void> {
  editing.stop()
  if (!title) return
  const answer = await openMap.edit({ type: 'addStep', activity, title, before })
  if (!answer) editing.reopen({ what: 'new-step', activity, before, first: title, refused: true })
  const [id] = answer?.created ?? []
  if (id && by === 'enter') selection.go({ on: 'step', id })
}

/** Makes a Product Goal behind the others: the first one is active, those that follow are next. */
export async function keepGoal(title: string, by: By): Promise<void> {
  editing.stop()
  if (!title) return
  const goals = openMap.frame?.backbone.goals ?? []
  const state = goals.some((goal) => goal.state === 'active') ? 'next' : 'active'
  const answer = await openMap.edit({ type: 'addGoal', title, state })
  if (!answer) editing.reopen({ what: 'new-goal', first: title, refused: true })
  const [id] = answer?.created ?? []
  if (id && by === 'enter') selection.go({ on: 'goal', id })
}

/** Makes a Sprint after the others. */
export async function keepSprint(name: string, by: By): Promise<void> {
  editing.stop()
  if (!name) return
  const answer = await openMap.edit({ type: 'addSprint', name })
  if (!answer) editing.reopen({ what: 'new-slice', first: name, refused: true })
  const [id] = answer?.created ?? []
  if (id && by === 'enter') selection.go({ on: 'head', band: id })
}

/** Makes a slice below the others. */
export async function keepSlice(name: string, by: By): Promise<void> {
  editing.stop()
  if (!name) return
  const answer = await openMap.edit({ type: 'addSlice', name })
  if (!answer) editing.reopen({ what: 'new-slice', first: name, refused: true })
  const [id] = answer?.created ?? []
  if (id && by === 'enter') selection.go({ on: 'head', band: id })
}

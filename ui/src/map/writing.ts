/** What happens when a field of the map is kept or left. */
import type { StepId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { editing } from './editing.svelte'
import { placeIn, rename } from './gestures'
import { bandKey, cellKey } from './keys'
import { selection } from './selection.svelte'
import type { Spot } from './spots'

/** How a field ended: by Enter, or because the hand went elsewhere. */
export type By = 'enter' | 'leaving'

/** Leaves a field as it was. After Esc the focus goes back to what it stood for. */
export function leave(spot: Spot, by: 'esc' | 'leaving'): void {
  editing.stop()
  if (by === 'esc') selection.go(spot)
}

/** Gives a spot another name. */
export async function keepName(spot: Spot, name: string, by: By): Promise<void> {
  editing.stop()
  if (by === 'enter') selection.go(spot)
  const edit = rename(spot, name, (card) => openMap.faces.get(card))
  if (edit) await openMap.edit(edit)
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
  if (!title || !scene) {
    if (by === 'enter') leaveCard(band, step, 'esc')
    return
  }
  const answer = await openMap.edit({ type: 'addItem', title, to: placeIn(scene.band, step) })
  const [id] = answer?.created ?? []
  if (id) selection.go({ on: 'card', id })
  if (by === 'enter') editing.start({ what: 'new-card', band, step, first: id ? '' : title })
}

/** Leaves a card that was not written; the focus goes to the one written before, or to the cell. */
export function leaveCard(band: string, step: StepId | null, by: 'esc' | 'leaving'): void {
  const { card } = selection
  const here = card !== null && openMap.listOf.get(card) === cellKey(band, step)
  leave(here ? { on: 'card', id: card } : (lastOf(band, step) ?? { on: 'cell', band, step }), by)
}

/** Makes an activity at the end of the backbone. After Enter the next one is written. */
export async function keepActivity(title: string, by: By): Promise<void> {
  editing.stop()
  if (!title) return selection.go({ on: 'add-activity' })
  const answer = await openMap.edit({ type: 'addActivity', title })
  if (by === 'enter' && answer) editing.start({ what: 'new-activity' })
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
): Promise<void> {
  editing.stop()
  if (!title) return selection.go({ on: 'activity', id: activity })
  const answer = await openMap.edit({ type: 'addStep', activity, title, before })
  const [id] = answer?.created ?? []
  if (id) selection.go({ on: 'step', id })
}

/** Makes a slice below the others. */
export async function keepSlice(name: string): Promise<void> {
  editing.stop()
  if (!name) return selection.go({ on: 'add-slice' })
  const answer = await openMap.edit({ type: 'addSlice', name })
  const [id] = answer?.created ?? []
  if (id) selection.go({ on: 'head', band: id })
}

function lastOf(band: string, step: StepId | null): Spot | null {
  const id = openMap.cards(cellKey(band, step)).at(-1)
  return id ? { on: 'card', id } : null
}

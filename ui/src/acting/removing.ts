/** Taking things off the wall: what goes is named, and where its PBIs went is said. */
import type { Edit } from '../bindings'
import { spotToEdit } from '../conditions'
import { together } from '../map/gestures'
import { bandKey, stepIn } from '../map/keys'
import { activityName } from '../map/looks'
import { remove } from '../map/moves'
import { bandName, columnName } from '../map/names'
import { selection } from '../map/selection.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { tellOf } from '../undoing'
import { called, cardsMeant } from './meant'
import { stepsMeant } from './steps'

/** What takes away that which has the focus; `null`: there is nothing to take away. */
export function removable(): (() => Promise<void>) | null {
  const spot = spotToEdit()
  const cards = cardsMeant()
  if (cards.length > 0) return () => removeCards(cards)
  switch (spot?.on) {
    case 'head':
      return spot.band === 'later' || spot.band === 'earlier' ? null : () => removeBand(spot.band)
    case 'activity': {
      const block = openMap.frame?.backbone.activities.find(({ activity }) => activity === spot.id)
      const columns = openMap.frame?.backbone.columns ?? []
      const inside = block ? columns.slice(block.first, block.first + block.count) : []
      const name = text('window-activity-name', { title: activityName(spot.id) })
      const edit: Edit = { type: 'removeActivity', activity: spot.id }
      return () =>
        removeColumns(
          edit,
          name,
          inside.flatMap(({ step }) => step ?? []),
        )
    }
    case 'step':
      return () => removeSteps(stepsMeant())
    case 'goal':
      return () => removeGoal(spot.id)
    default:
      return null
  }
}

/** Whether what has the focus is a reference alone: then only that goes. */
export function isReference(): boolean {
  const cards = cardsMeant()
  return cards.length > 0 && cards.every((card) => openMap.faces.get(card)?.reference)
}

async function removeCards(cards: string[]): Promise<void> {
  const name = called(cards)
  const only = isReference()
  if (await remove(cards)) tellOf(text(only ? 'act-reference-off' : 'act-removed', { name }))
}

async function removeSteps(steps: string[]): Promise<void> {
  const columns = openMap.frame?.backbone.columns ?? []
  const name = columnName(columns.find(({ step }) => step === steps[0]))
  const edit = together(steps.map((step) => ({ type: 'removeStep', step })))
  if (!edit) return
  const called = steps.length > 1 ? text('act-steps', { count: steps.length }) : name
  await removeColumns(edit, called, steps)
}

/** Their PBIs go Across where they have a slice or a Sprint, else to the tray. */
async function removeColumns(edit: Edit, name: string, steps: string[]): Promise<void> {
  const gone = new Set(steps)
  const kept = countItems((list) => gone.has(stepIn(list) ?? ''))
  await removeAround(edit, name, kept, 'across')
}

/** Its PBIs go to Later, those without a step to the tray; those of a Sprint stay in their slices. */
async function removeBand(key: string): Promise<void> {
  const scene = openMap.frame?.bands.find(({ band }) => bandKey(band) === key)
  if (!scene) return
  const sprint = scene.band.type === 'sprint'
  const edit: Edit = sprint
    ? { type: 'removeSprint', sprint: key }
    : { type: 'removeSlice', slice: key }
  await removeAround(edit, bandName(scene), scene.items, sprint ? 'unplanned' : 'later')
}

async function removeGoal(goal: string): Promise<void> {
  const bar = openMap.frame?.backbone.goals.find((at) => at.goal === goal)
  const answer = await openMap.editAndShow({ type: 'removeGoal', goal })
  const name = text('window-goal-name', { title: bar?.title ?? '' })
  if (answer?.change != null) tellOf(text('act-removed-goal', { name }))
  void selection.settle()
}

/** Makes the edit, and says what went and where its PBIs are now. */
async function removeAround(
  edit: Edit,
  name: string,
  kept: number,
  to: 'across' | 'later' | 'unplanned',
): Promise<void> {
  const before = inTray()
  const answer = await openMap.editAndShow(edit)
  void selection.settle()
  if (answer?.change == null) return
  const tray = Math.max(0, Math.min(kept, inTray() - before))
  const rest = kept - tray
  const parts = [
    ...(rest > 0 ? [text(`act-kept-${to}`, { count: rest })] : []),
    ...(tray > 0 ? [text('act-kept-tray', { count: tray })] : []),
  ]
  const where = parts.join(', ')
  tellOf(where ? text('act-removed-with', { name, where }) : text('act-removed', { name }))
}

const inTray = () => openMap.cards('trayItems').length

/** How many PBIs stand in lists, those behind a list that is cut short too. */
function countItems(meant: (list: string) => boolean): number {
  let count = 0
  for (const [list, cards] of openMap.lists) {
    if (!meant(list)) continue
    count += cards.filter((card) => {
      const face = openMap.faces.get(card)
      return face && !face.isTask && !face.reference
    }).length
    count += openMap.rests.get(list)?.count ?? 0
  }
  return count
}

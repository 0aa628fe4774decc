/** Going to what was found: whatever hides it is opened, it comes into the window, and has the focus. */
import type { Band, Hit, ListKey, View } from '../bindings'
import { focus } from '../map/focus.svelte'
import { visit } from '../map/keyboard'
import { bandKey } from '../map/keys'
import type { Spot } from '../map/spots'
import { tray } from '../map/tray.svelte'
import { openMap } from '../openMap.svelte'

/** Goes there. */
export async function goTo(hit: Hit): Promise<void> {
  const spot = spotOfHit(hit)
  if (!spot) return
  const opening = openingOf(hit)
  if (Object.keys(opening).length > 0) await openMap.lookAndShow(opening)
  if (hit.stands && hit.stands.list.type !== 'cell') tray.chosen = true
  // What is found is seen, whatever the focus was on.
  focus.leave()
  visit(spot)
}

/** Where the focus goes: what has no spot of its own is met where it begins. */
function spotOfHit({ row, stands }: Hit): Spot | null {
  switch (row.of) {
    case 'activity':
    case 'step':
      return { on: row.of, id: row.id }
    case 'slice':
    case 'sprint':
      return { on: 'head', band: row.id }
    case 'goal': {
      const { goals, columns, activities } = openMap.frame?.backbone ?? {}
      const bar = goals?.find(({ goal }) => goal === row.id)
      const block = activities?.find(({ first }) => first === bar?.first) ?? activities?.[0]
      return block && columns ? { on: 'activity', id: block.activity } : null
    }
    case 'item':
    case 'task':
      return stands && { on: 'card', id: stands.card }
  }
}

/** What must be open in the view for it to be seen; empty: it is. */
function openingOf({ row, stands }: Hit): Partial<View> {
  const { view } = openMap
  if (row.of === 'slice' && view.bandsBy !== 'slices') return { bandsBy: 'slices' }
  if (row.of === 'sprint' && view.bandsBy !== 'sprints') return { bandsBy: 'sprints' }
  if (row.of === 'step') return columnOpening(row.id)
  return stands ? { ...listOpening(stands.list), ...laterOpening(stands.card, stands.list) } : {}
}

function listOpening(list: ListKey): Partial<View> {
  if (list.type !== 'cell') return openMap.view.lens === 'workshop' ? { lens: 'team' } : {}
  return { ...bandOpening(list.band), ...columnOpening(list.step) }
}

function bandOpening(band: Band): Partial<View> {
  const { earlierOpen, foldedBands } = openMap.view
  if (band.type === 'earlier') return earlierOpen ? {} : { earlierOpen: true }
  const others = foldedBands.filter((folded) => bandKey(folded) !== bandKey(band))
  return others.length < foldedBands.length ? { foldedBands: others } : {}
}

function columnOpening(step: string | null): Partial<View> {
  const { acrossOpen, collapsedSteps, collapsedActivities } = openMap.view
  if (step === null) return acrossOpen ? {} : { acrossOpen: true }
  const { columns, activities } = openMap.frame?.backbone ?? { columns: [], activities: [] }
  const at = columns.findIndex((column) => column.step === step)
  const over = activities.find(({ first, count }) => at >= first && at < first + count)
  return {
    ...(collapsedSteps.includes(step)
      ? { collapsedSteps: collapsedSteps.filter((other) => other !== step) }
      : {}),
    ...(over && collapsedActivities.includes(over.activity)
      ? { collapsedActivities: collapsedActivities.filter((other) => other !== over.activity) }
      : {}),
  }
}

/** Later shows a few cards of each cell. */
function laterOpening(card: string, list: ListKey): Partial<View> {
  const cut = list.type === 'cell' && list.band.type === 'later' && !openMap.view.laterOpen
  return cut && !openMap.listOf.has(card) ? { laterOpen: true } : {}
}

/** Ways to look at the map: what the window asks for, and what is said of it. Nothing here changes the map. */
import { announcer } from '../announcer.svelte'
import type { ActivityBlock, ActivityId, Band, BandsBy, Lens, StepId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { bandKey } from './keys'
import { bandName } from './names'
import type { Spot } from './spots'

/** Looks through another lens. */
export function lookThrough(lens: Lens): void {
  if (openMap.view.lens === lens) return
  // A workshop starts without verdicts, each time.
  openMap.look({ lens, planShown: false })
  announcer.say(text('window-lens-now', { lens: text(`lens-${lens}`) }))
}

/** Turns the bands. */
export function turnBands(by: BandsBy): void {
  if (openMap.view.bandsBy === by) return
  openMap.look({ bandsBy: by })
  announcer.say(text(`window-bands-${by}`))
}

/** In a workshop: shows what each slice delivers, until it is asked again. */
export function togglePlan(): void {
  const planShown = !openMap.view.planShown
  openMap.look({ planShown })
  announcer.say(text(planShown ? 'window-plan-shown' : 'window-plan-hidden'))
}

/** Shows all cards of Later, or a few of each cell. */
export function toggleLater(): void {
  const laterOpen = !openMap.view.laterOpen
  openMap.look({ laterOpen })
  announcer.say(text(laterOpen ? 'window-later-open' : 'window-later-short'))
}

/** Whether there is something on a spot that folds. */
export function folds(spot: Spot): boolean {
  return spot.on === 'activity' || spot.on === 'step' || spot.on === 'head' || spot.on === 'across'
}

/** Folds what is on a spot, or unfolds it. */
export function toggleFold(spot: Spot): void {
  if (spot.on === 'across') toggleAcross()
  else if (spot.on === 'activity') toggleActivity(spot.id)
  else if (spot.on === 'step') toggleStep(spot.id)
  else if (spot.on === 'head') toggleBand(spot.band)
}

/** Opens the column of a step (`null`: Across), whether it or its activity is folded. */
export function unfoldColumn(step: StepId | null): void {
  if (step === null) toggleAcross()
  else toggleStep(step)
}

function toggleAcross(): void {
  const acrossOpen = !openMap.view.acrossOpen
  openMap.look({ acrossOpen })
  say(!acrossOpen, text('across'))
}

function toggleActivity(id: ActivityId): void {
  const collapsedActivities = toggled(openMap.view.collapsedActivities, id)
  openMap.look({ collapsedActivities })
  say(collapsedActivities.includes(id), activityName(id))
}

function toggleStep(id: StepId): void {
  const block = blockOf(id)
  // The steps of a collapsed activity open with it.
  if (block?.collapsed) {
    toggleActivity(block.activity)
    return
  }
  const collapsedSteps = toggled(openMap.view.collapsedSteps, id)
  openMap.look({ collapsedSteps })
  say(collapsedSteps.includes(id), stepName(id))
}

function toggleBand(key: string): void {
  const scene = openMap.frame?.bands.find(({ band }) => bandKey(band) === key)
  if (!scene) return
  if (key === 'earlier') openMap.look({ earlierOpen: scene.folded })
  else openMap.look({ foldedBands: toggledBand(openMap.view.foldedBands, scene.band) })
  say(!scene.folded, bandName(scene))
}

function say(folded: boolean, name: string): void {
  announcer.say(text(folded ? 'window-folded' : 'window-unfolded', { name }))
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]
}

function toggledBand(bands: readonly Band[], band: Band): Band[] {
  const others = bands.filter((other) => bandKey(other) !== bandKey(band))
  return others.length < bands.length ? others : [...bands, band]
}

function blockOf(step: StepId): ActivityBlock | undefined {
  const { columns, activities } = openMap.frame?.backbone ?? { columns: [], activities: [] }
  const at = columns.findIndex((column) => column.step === step)
  return activities.find(({ first, count }) => at >= first && at < first + count)
}

/** An activity as it is called. */
export function activityName(id: string): string {
  const block = openMap.frame?.backbone.activities.find(({ activity }) => activity === id)
  return block?.title ?? text('activity-untitled')
}

function stepName(id: string): string {
  const column = openMap.frame?.backbone.columns.find(({ step }) => step === id)
  return column?.title ?? text('window-step-untitled')
}

/** What the pointer does in the map and in the tray. */
import { spotMenu } from '../acting/spotMenu.svelte'
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'
import { reportAt, subjectOf } from '../panel/subjects'
import { editing } from './editing.svelte'
import { grasp } from './grasp'
import { mapPoint } from './ground'
import { unfoldColumn } from './looks'
import { cardUnder } from './picking'
import { placeAt } from './place'
import { elementOf, selection } from './selection.svelte'
import { type Spot, spotOf } from './spots'
import { storyNote } from './storyNote.svelte'
import { viewport } from './viewport.svelte'
import { spotAt } from './walk'
import { startStep } from './writing'
import { closeUp } from './zooming'

/** Listens to the pointer in a part of the window with cards. */
export function hands(root: HTMLElement): () => void {
  const listening = new AbortController()
  const on = { signal: listening.signal }
  root.addEventListener('pointerdown', press, on)
  root.addEventListener('click', (event) => click(event.target as Element), on)
  root.addEventListener('dblclick', open, on)
  root.addEventListener('contextmenu', menu, on)
  root.addEventListener('focusin', (event) => note(event.target as Element), on)
  root.addEventListener('pointerover', (event) => storyNote.rest(pointedAt(event)), on)
  root.addEventListener('pointerleave', () => storyNote.rest(null), on)
  return () => listening.abort()
}

/** The card under the pointer, while it only points. */
function pointedAt({ target, buttons }: PointerEvent): string | null {
  const card = (target as Element).closest<HTMLElement>('[data-card]')
  return buttons === 0 ? (card?.dataset.card ?? null) : null
}

function press(event: PointerEvent): void {
  storyNote.hide()
  if (event.button === 0) grasp(event)
}

/** The menu of what is under the hand: of all that is selected, if that is among it. */
function menu(event: MouseEvent): void {
  const target = event.target as Element
  if (target.closest('textarea, input')) return
  event.preventDefault()
  // The key was answered already, beside what has the focus.
  if (spotMenu.open && event.button !== 2) return
  const afar = viewport.painted && target.closest('[data-map-clip]')
  const spot = afar ? spotUnder(event) : spotOf(target)
  if (spot?.on === 'card') {
    if (!selection.cards.has(spot.id)) selection.select([spot.id])
  } else if (spot?.on !== 'step' || !selection.steps.has(spot.id)) selection.clear()
  const element = spot && elementOf(spot)
  // At once: the menu takes the focus from here, and brings it back.
  if (element?.hasAttribute('tabindex')) element.focus({ preventScroll: true })
  else if (afar && spot) selection.note(spot)
  spotMenu.openAt(spot, event.clientX, event.clientY)
}

/** A click on one of the places where something new comes, or on Across while it is shut. */
function click(target: Element): void {
  // WebKit also calls it a click when the other button opened a menu.
  if (spotMenu.open) return
  const spot = spotOf(target)
  const activity = target.closest<HTMLElement>('[data-add-step]')?.dataset.addStep
  if (activity) startStep(activity)
  else if (target.closest('[data-shut]') && spot?.on === 'cell') unfoldColumn(spot.step)
  else if (target.closest('[data-pill]')) {
    const report = reportAt(spot)
    if (report) void panel.open(report)
  } else if (target.closest('[data-add]') && spot?.on === 'cell') {
    editing.start({ what: 'new-card', ...spot, first: '' })
  }
}

function open(event: MouseEvent): void {
  const target = event.target as Element
  if (viewport.overview && target.closest('[data-map-clip]')) {
    near(event)
    return
  }
  // Two quick presses of a plus make two things; they name nothing.
  if (spotMenu.open || target.closest('button, [data-add-step], [data-add], textarea')) return
  const spot = spotOf(target)
  const subject = spot?.on === 'card' ? subjectOf(spot) : null
  if (subject) void panel.open(subject)
  if (subject || openMap.readOnly) return
  if (spot && canBeRenamed(spot)) editing.start({ what: 'rename', spot })
  else if (spot?.on === 'cell' && !target.closest('[data-shut]'))
    editing.start({ what: 'new-card', ...spot, first: '' })
}

/** From afar, where cards are not in the page: the spot under the hand. */
function spotUnder({ clientX: x, clientY: y }: MouseEvent): Spot | null {
  const { terrain } = viewport
  const point = mapPoint({ x, y })
  const hit = terrain && placeAt(point.x, point.y, terrain.grid)
  if (!hit) return null
  const card = cardUnder(point, terrain)
  if (card) return { on: 'card', id: card }
  return spotAt({ column: hit.column, row: hit.band, card: hit.row }, terrain)
}

/** From afar: what is under the hand comes so near that it can be read. */
function near(event: MouseEvent): void {
  const spot = spotUnder(event)
  if (!spot) return
  closeUp(spot)
  selection.go(spot)
}

/** Whether a spot has a name of its own. */
export function canBeRenamed(spot: Spot): boolean {
  if (spot.on === 'head') return spot.band !== 'later' && spot.band !== 'earlier'
  return ['card', 'activity', 'step', 'goal'].includes(spot.on)
}

function note(target: Element): void {
  // A field is not the spot that it lies on: what was written last keeps the focus.
  const spot = target instanceof HTMLTextAreaElement ? null : spotOf(target)
  if (spot) selection.note(spot)
}

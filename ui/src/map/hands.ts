/** What the pointer does in the map and in the tray. */
import { openMap } from '../openMap.svelte'
import { editing } from './editing.svelte'
import { grasp } from './grasp'
import { unfoldColumn } from './looks'
import { selection } from './selection.svelte'
import { type Spot, spotOf } from './spots'
import { startStep } from './writing'

/** Listens to the pointer in a part of the window with cards. */
export function hands(root: HTMLElement): () => void {
  const listening = new AbortController()
  const on = { signal: listening.signal }
  root.addEventListener('pointerdown', press, on)
  root.addEventListener('click', (event) => click(event.target as Element), on)
  root.addEventListener('dblclick', (event) => open(event.target as Element), on)
  root.addEventListener('focusin', (event) => note(event.target as Element), on)
  return () => listening.abort()
}

function press(event: PointerEvent): void {
  if (event.button === 0) grasp(event)
}

/** A click on one of the places where something new comes, or on Across while it is shut. */
function click(target: Element): void {
  const spot = spotOf(target)
  const activity = target.closest<HTMLElement>('[data-add-step]')?.dataset.addStep
  if (activity) startStep(activity)
  else if (target.closest('[data-shut]') && spot?.on === 'cell') unfoldColumn(spot.step)
  else if (target.closest('[data-add]') && spot?.on === 'cell') {
    editing.start({ what: 'new-card', ...spot, first: '' })
  }
}

function open(target: Element): void {
  // Two quick presses of a plus make two things; they name nothing.
  if (openMap.readOnly || target.closest('button, [data-add-step], [data-add]')) return
  const spot = spotOf(target)
  if (spot && canBeRenamed(spot)) editing.start({ what: 'rename', spot })
  else if (spot?.on === 'cell' && !target.closest('[data-shut]'))
    editing.start({ what: 'new-card', ...spot, first: '' })
}

/** Whether a spot has a name of its own. */
export function canBeRenamed(spot: Spot): boolean {
  if (spot.on === 'head') return spot.band !== 'later' && spot.band !== 'earlier'
  return spot.on === 'card' || spot.on === 'activity' || spot.on === 'step'
}

function note(target: Element): void {
  // A field is not the spot that it lies on: what was written last keeps the focus.
  const spot = target instanceof HTMLTextAreaElement ? null : spotOf(target)
  if (spot) selection.note(spot)
}

/** When things can be done: what several actions ask alike. */
import { selection } from './map/selection.svelte'
import type { Spot } from './map/spots'
import { openMap } from './openMap.svelte'

export const always = () => true
export const noMap = () => openMap.state === 'none'
export const hasMap = () => openMap.state === 'open'
export const inWorkshop = () => hasMap() && openMap.view.lens === 'workshop'
export const canEdit = () => hasMap() && openMap.readOnly === null

/** The spot that an action is about. Whatever has the focus on the map, a key pressed in the bar is not about it. */
export function spotMeant(): Spot | null {
  if (!hasMap() || document.activeElement?.closest('[data-region="bar"]')) return null
  return selection.spot
}

/** As {@link spotMeant}, where the map can be changed. */
export function spotToEdit(): Spot | null {
  return canEdit() ? spotMeant() : null
}

/** What the panel tells of a spot of the map. */
import type { Subject } from '../bindings'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'

/** `null`: nothing more is known of it than what is seen. */
export function subjectOf(spot: Spot | null): Subject | null {
  switch (spot?.on) {
    case 'card': {
      const face = openMap.faces.get(spot.id)
      if (!face) return null
      if (face.isTask) return face.of === null ? null : { of: 'task', id: spot.id }
      return { of: 'item', id: face.reference?.item ?? spot.id }
    }
    case 'activity':
    case 'step':
      return { of: spot.on, id: spot.id }
    case 'head':
      if (spot.band === 'later' || spot.band === 'earlier') return null
      return { of: openMap.view.bandsBy === 'sprints' ? 'sprint' : 'slice', id: spot.band }
    default:
      return null
  }
}

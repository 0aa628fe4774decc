/** What the panel tells of a spot of the map. */
import type { Band, Subject } from '../bindings'
import { bandKey } from '../map/keys'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'

/** What the core says of the band whose head this is; `null`: it promises nothing, or nobody asked yet. */
export function reportAt(spot: Spot | null): Subject | null {
  if (spot?.on !== 'head') return null
  const scene = openMap.frame?.bands.find(({ band }) => bandKey(band) === spot.band)
  return scene && (scene.report || scene.sprint) ? reportOf(scene.band) : null
}

/** The report of a band; `null`: it has none. */
export function reportOf(band: Band): Subject | null {
  if (band.type === 'slice') return { of: 'slice-report', id: band.slice }
  return band.type === 'sprint' ? { of: 'sprint-report', id: band.sprint } : null
}

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

/** What a report means for the hand: the edits of its changes, and the bands beside its own. */
import type { Change, Edit, ReportDetails, SliceId, Stop, Subject, Verdict } from '../bindings'
import { visit } from '../map/keyboard'
import { bandKey } from '../map/keys'
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'
import { reportOf } from '../panel/subjects'

/** How the plan of a report looks: a Sprint is neutral until something in it is in pieces. */
export function lookOf({ verdict, pieces }: ReportDetails): Verdict | 'sprint' {
  return verdict ?? (pieces.length > 0 ? 'pieces' : 'sprint')
}

const COVERED: readonly (Stop | undefined)[] = [
  'whole',
  'whole-done',
  'covered',
  'covered-done',
  'live',
  'by-hand',
]

/** Whether a way goes through a stop without a hole. */
export function covers(stop: Stop | undefined): boolean {
  return COVERED.includes(stop)
}

/** The edit of a change, with the words that it asked for. */
export function answered({ edit, asks }: Change, words: string): Edit {
  if (!asks) return edit
  switch (edit.type) {
    case 'addItem':
      return { ...edit, title: words }
    case 'setCover':
      return { ...edit, reason: words }
    case 'changeSlice':
      return { ...edit, partOnPurpose: words }
    default:
      return edit
  }
}

/** The slice of a report; `null`: it is of a Sprint. */
export function sliceOf({ band }: ReportDetails): SliceId | null {
  return band.type === 'slice' ? band.slice : null
}

/** The panel with what a report does not say of its band. */
export function detailsOf({ band }: ReportDetails): Subject {
  if (band.type === 'sprint') return { of: 'sprint', id: band.sprint }
  return { of: 'slice', id: band.type === 'slice' ? band.slice : '' }
}

/** Goes to the report of the next band that has one, below or above. */
export function besideReport({ band }: ReportDetails, by: 1 | -1): void {
  const bands = openMap.frame?.bands.map((scene) => scene.band) ?? []
  const at = bands.findIndex((other) => bandKey(other) === bandKey(band))
  const next = bands[at + by]
  const subject = next && reportOf(next)
  if (!next || !subject) return
  visit({ on: 'head', band: bandKey(next) })
  void panel.open(subject)
}

/** What a screen reader says of the parts of the map, and the few words that a head shows. */
import type { BandReport, BandScene, Column, Face, GoalBar } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { shownFact } from './facts'

/** "Pay by card, step Pay, slice Rush hour, 2 of 3, in pieces". */
export function cardName(face: Face, where: string, position: number, size: number): string {
  const states = [
    face.isTask && text('window-state-task'),
    face.of && text('card-of', { title: face.of }),
    face.reference && text('card-also-in', { step: face.reference.step }),
    ...personaNames(face.personas),
    face.done && text('window-state-done'),
    face.pieces && text('window-state-pieces'),
    face.kind && face.kind !== 'outcome' && text(`kind-${face.kind}`),
    face.maybeTask && text('card-maybe-task'),
  ]
  const at = text('window-of-so-many', { position, size })
  return [face.title, where, at, ...states].filter(Boolean).join(', ')
}

/** The names of personas, in their order. */
function personaNames(personas: readonly string[]): string[] {
  const all = openMap.frame?.personas ?? []
  return all.filter(({ id }) => personas.includes(id)).map(({ name }) => name)
}

/** "Product Goal Regulars skip the queue, active, order to cup 9 → 4 min". */
export function goalName({ title, state, measure }: GoalBar): string {
  const name = text('window-goal-name', { title })
  return [name, text(`goal-${state}`), measure].filter(Boolean).join(', ')
}

/** "step Pay, slice Rush hour". */
export function cellName(column: Column | undefined, scene: BandScene): string {
  return `${columnName(column)}, ${bandName(scene)}`
}

/** "step Pay". */
export function columnName(column: Column | undefined): string {
  if (!column?.step) return text('across')
  return column.title
    ? text('window-step-name', { title: column.title })
    : text('window-step-untitled')
}

/** "slice Rush hour", "Later". */
export function bandName(scene: BandScene): string {
  const { band, name } = scene
  if (band.type === 'slice') return text('window-slice-name', { name })
  if (band.type === 'sprint') return name
  return quietBandName(band.type)
}

/** Later and Earlier; among Sprints, Later is what is in none. */
export function quietBandName(type: 'later' | 'earlier'): string {
  const among = openMap.frame?.view.bandsBy === 'sprints' && type === 'later'
  return text(among ? 'band-no-sprint' : `band-${type}`)
}

/** Why the plan is as it is, in the two or three words that fit into a pill; may be empty. */
export function pillReason(report: BandReport): string {
  const { verdict, whole, pieces, technical, groundwork } = report
  switch (verdict) {
    case 'empty':
      return text('pill-empty')
    case 'groundwork':
      return text('count-items', { count: groundwork })
    case 'pieces': {
      const of = whole + pieces + technical
      return of > 0 ? text('pill-whole', { whole, of }) : ''
    }
    case 'gaps': {
      // Holes that a slice above names already are not said again.
      const titles = report.reasons.flatMap((reason) =>
        reason.code === 'hole' ? [reason.title] : [],
      )
      const [title] = titles
      if (titles.length === 1 && title) return title
      return titles.length > 0 ? text('pill-holes', { count: titles.length }) : ''
    }
    default:
      return ''
  }
}

/** The first slice above on which the coverage leans; `null`: it stands by itself. */
export function leansOn(report: BandReport): string | null {
  const reason = report.reasons.find(({ code }) => code === 'if-ships')
  return reason?.code === 'if-ships' ? reason.slice : null
}

/** One sentence for a slice: "Regulars. Plan: Gaps, nothing for Come back. Fact: 3 of 5 Done. 5 PBIs." */
export function sliceSentence(scene: BandScene, activityName: (id: string) => string): string {
  const { report, items, name } = scene
  if (!report) return name
  const holes = report.holes.map(activityName)
  return text('window-slice-sentence', {
    name,
    plan: text(`verdict-${report.verdict}`),
    reason: holes.length > 0 ? text('window-slice-holes', { activities: holes.join(', ') }) : '',
    fact: shownFact(report.fact).whole,
    count: text('count-items', { count: items }),
  })
}

/** What the head of a Sprint says in words. */
import type { BandScene, SprintHead } from '../bindings'
import { text } from '../text'
import { shownFact } from './facts'

/** "9 whole", "6 of 9 in pieces", "nothing yet". */
export function sprintPill({ whole, pieces, touched }: SprintHead): string {
  if (pieces > 0) return text('sprint-in-pieces', { pieces, of: touched })
  return touched > 0 ? text('sprint-whole', { whole }) : text('pill-empty')
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "26 Oct – 6 Nov · day 6 of 10"; empty where nobody gave the days. */
export function daysOf({ startsOn, endsOn, phase }: SprintHead): string {
  const [start, end] = [startsOn, endsOn].map((on) => (on ? new Date(on) : null))
  const there = [start, end].filter((day) => day != null && !Number.isNaN(day.getTime()))
  const stretch =
    start && end && there.length === 2
      ? DAY.formatRange(start, end)
      : there[0]
        ? DAY.format(there[0])
        : ''
  const now =
    phase?.type === 'running'
      ? text('sprint-day', { day: phase.day, of: phase.of })
      : phase
        ? text(`sprint-${phase.type}`)
        : ''
  return [stretch, now].filter(Boolean).join(' · ')
}

/** What stands where a Sprint Goal is missing; a Sprint that is over can get none any more. */
export function sprintGoal({ hasGoal, phase }: SprintHead): string {
  if (hasGoal) return ''
  if (phase?.type === 'ended') return text('sprint-no-goal')
  return phase?.type === 'running' ? text('sprint-add-goal') : ''
}

/** One sentence: "Sprint 14. 6 of 9 in pieces. Fact: 1 of 9 Done. 26 Oct – 6 Nov, day 6 of 10." */
export function sprintSentence(scene: BandScene, sprint: SprintHead): string {
  const parts = [scene.name, sprintPill(sprint), shownFact(sprint.fact).whole, daysOf(sprint)]
  return `${parts.filter(Boolean).join('. ')}. ${text('count-items', { count: scene.items })}.`
}

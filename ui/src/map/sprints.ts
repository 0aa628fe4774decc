/** What the head of a Sprint says in words. */
import type { BandScene, SprintHead } from '../bindings'
import { text } from '../text'

/** "9 whole", "6 of 9 in pieces", "nothing yet". */
export function sprintPill({ whole, pieces, touched }: SprintHead): string {
  if (pieces > 0) return text('sprint-in-pieces', { pieces, of: touched })
  return touched > 0 ? text('sprint-whole', { whole }) : text('pill-empty')
}

/** What is so in a Sprint: its mark, and how it reads. */
export function sprintFact({ done, items, underWay, phase }: SprintHead): {
  readonly mark: 'not-started' | 'under-way' | 'finished' | 'nothing-done'
  readonly words: string
} {
  if (phase?.type === 'ended' && done === 0)
    return { mark: 'nothing-done', words: text('fact-nothing-done') }
  if (!underWay) return { mark: 'not-started', words: text('fact-not-started') }
  if (done === 0) return { mark: 'under-way', words: text('fact-under-way') }
  const mark = done < items ? 'under-way' : 'finished'
  return { mark, words: text('fact-done', { done, items }) }
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
  const parts = [scene.name, sprintPill(sprint), sprintFact(sprint).words, daysOf(sprint)]
  return `${parts.filter(Boolean).join('. ')}. ${text('count-items', { count: scene.items })}.`
}

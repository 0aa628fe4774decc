/** What is compared of two periods, row by row. */
import type { OfPeriod } from '../bindings'
import { text } from '../text'

export interface Measure {
  readonly id: string
  readonly label: string
  readonly of: (period: OfPeriod) => string
}

const or = (figure: number | null, after = '') =>
  figure === null ? text('learn-none') : `${figure}${after}`

export function measures(): Measure[] {
  return [
    {
      id: 'increments',
      label: text('learn-increments'),
      of: ({ figures }) => String(figures.increments),
    },
    {
      id: 'weeks',
      label: text('learn-weeks-nothing'),
      of: ({ weeksNothing }) => String(weeksNothing),
    },
    {
      id: 'finished',
      label: text('learn-finished-a-sprint'),
      of: ({ finishedASprint }) => or(finishedASprint),
    },
    {
      id: 'technical',
      label: text('learn-technical'),
      of: ({ technicalPercent }) => or(technicalPercent, ' %'),
    },
    {
      id: 'days',
      label: text('learn-days-until'),
      of: ({ figures }) => or(figures.daysUntilAnswered),
    },
  ]
}

/** The Sprints of a period: "Sprint 9 – Sprint 11". */
export function sprintsOf({ fromTo, sprints }: OfPeriod): string {
  if (!fromTo || sprints === 0) return text('learn-no-sprints')
  const [first, last] = fromTo
  return first === last ? first : `${first} – ${last}`
}

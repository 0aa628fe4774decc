/** Pulling a goal's bar by one of its ends. */
import { announcer } from '../announcer.svelte'
import type { ActivityId, GoalBar, GoalId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { columnAt } from './carrying'
import { mapPoint, pullSideways } from './ground'
import { hold } from './hold'
import { activityName } from './looks'
import { type End, type Stretch, stretch } from './stretching'
import { viewport } from './viewport.svelte'

class Stretching {
  #goal = $state.raw<GoalId | null>(null)
  #span = $state.raw<Stretch | null>(null)

  /** A bar as it is drawn: one that is pulled, as far as the hand pulls it. */
  drawn(bar: GoalBar): GoalBar {
    const { activities, ...span } = this.#span ?? { activities: [] }
    return bar.goal === this.#goal ? { ...bar, ...span } : bar
  }

  /** The pointer was pressed on an end of a bar. */
  press(event: PointerEvent, bar: GoalBar, end: End): void {
    hold(event, {
      move: (point) => {
        const { grid } = viewport
        const activities = openMap.frame?.backbone.activities
        if (!grid || !activities) return
        this.#goal = bar.goal
        this.#span = stretch(bar, end, columnAt(mapPoint(point).x, grid), activities)
      },
      drop: () => void this.#keep(bar),
      cancel: () => this.#end(),
      pull: pullSideways,
    })
  }

  async #keep({ goal, title, first, count }: GoalBar): Promise<void> {
    const span = this.#span
    if (span && (span.first !== first || span.count !== count)) {
      await concern(goal, title, span.activities)
    }
    this.#end()
  }

  #end(): void {
    this.#goal = null
    this.#span = null
  }
}

/** Says which activities a goal concerns. */
async function concern(goal: GoalId, title: string, activities: ActivityId[]): Promise<void> {
  const answer = await openMap.editAndShow({ type: 'setGoalActivities', goal, activities })
  if (answer?.change == null) return
  const names = activities.map(activityName).join(', ')
  announcer.say(text('window-goal-reaches', { title, activities: names }))
}

/** By keys: an end of a goal's bar goes one activity to the left or to the right. */
export async function stretchBy(id: GoalId, end: End, by: number): Promise<void> {
  const { goals = [], activities = [] } = openMap.frame?.backbone ?? {}
  const bar = goals.find(({ goal }) => goal === id)
  if (!bar) return
  const edge = end === 'first' ? bar.first : bar.first + bar.count - 1
  const at = activities.findIndex(({ first, count }) => edge >= first && edge < first + count)
  const next = activities[at + by]
  if (!next) return
  const span = stretch(bar, end, next.first, activities)
  if (span.first === bar.first && span.count === bar.count) return
  await concern(id, bar.title, span.activities)
}

/** The one of this window. */
export const stretching = new Stretching()

/** Pulling a goal's bar by one of its ends. */
import { announcer } from '../announcer.svelte'
import type { GoalBar, GoalId } from '../bindings'
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
      const { activities } = span
      const answer = await openMap.editAndShow({ type: 'setGoalActivities', goal, activities })
      if (answer?.change != null) {
        const names = activities.map(activityName).join(', ')
        announcer.say(text('window-goal-reaches', { title, activities: names }))
      }
    }
    this.#end()
  }

  #end(): void {
    this.#goal = null
    this.#span = null
  }
}

/** The one of this window. */
export const stretching = new Stretching()

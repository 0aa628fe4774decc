/** A start from a Product Goal: what is written before there is a map to see it on. */
import { openMap } from '../openMap.svelte'

class Starting {
  /** A goal is to be written before the first activity. */
  wantsGoal = $state(false)
  /** The goal that was written. */
  goal = $state<{ title: string; measure: string } | null>(null)

  begin(): void {
    this.wantsGoal = true
    this.goal = null
  }

  /** Goes on to the first activity, with the goal or without one. */
  async goOn(title: string, measure: string): Promise<void> {
    this.leave()
    if (title) {
      this.goal = { title, measure }
      // Without activities it concerns all of them, whichever come.
      await openMap.edit({ type: 'addGoal', title, measure, state: 'active' })
    }
  }

  /** Without a goal. */
  leave(): void {
    this.wantsGoal = false
  }
}

/** The one of this window. */
export const starting = new Starting()

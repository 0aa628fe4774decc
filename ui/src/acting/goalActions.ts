/** Where a Product Goal stands: next, active, reached, or given up. */
import type { Action } from '../action'
import type { GoalBar, GoalState } from '../bindings'
import { spotToEdit } from '../conditions'
import { openMap } from '../openMap.svelte'
import { type GoalEnd, sheets } from '../sheet/sheets.svelte'
import { text } from '../text'
import { tellOf } from '../undoing'

/** The goal that has the focus. */
function goalMeant(): GoalBar | null {
  const spot = spotToEdit()
  const goals = openMap.frame?.backbone.goals ?? []
  return (spot?.on === 'goal' && goals.find(({ goal }) => goal === spot.id)) || null
}

function state(to: GoalState): Action {
  return {
    label: () => text(`act-goal-${to}`),
    keys: [],
    when: () => goalMeant() !== null,
    chosen: () => goalMeant()?.state === to,
    run: async () => {
      const bar = goalMeant()
      if (!bar) return
      const answer = await openMap.editAndShow({ type: 'changeGoal', goal: bar.goal, state: to })
      const name = text('window-goal-name', { title: bar.title })
      // One that was given up is off the wall: the way back is said with it.
      if (answer?.change != null) tellOf(text('act-is-now', { name, is: text(`goal-${to}`) }))
    },
  }
}

/** It ends: what it hands over is looked at first, and there it ends. */
function ends(to: GoalEnd): Action {
  return {
    ...state(to),
    run: () => {
      const bar = goalMeant()
      if (bar) sheets.show({ is: 'handover', goal: bar.goal, ends: to })
    },
  }
}

export const goalActions = {
  goalActive: state('active'),
  goalNext: state('next'),
  goalReached: ends('reached'),
  goalAbandoned: ends('abandoned'),
} satisfies Record<string, Action>

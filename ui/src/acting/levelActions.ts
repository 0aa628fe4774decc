/** What makes another level of a card, a step, an activity or a goal, and what gathers steps. */
import type { Action } from '../action'
import type { Level } from '../bindings'
import { spotMeant } from '../conditions'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { goToCard } from './going'
import { askPbi, become, canBecome, rowsMeant } from './levels'
import { groupSteps, stepsMeant } from './steps'

function level(to: Level): Action {
  return {
    label: () => text(`act-level-${to}`),
    keys: [],
    when: () => canBecome(to),
    run: () => become(to),
  }
}

/** The PBI that the focused reference points to. */
function referred(): string | null {
  const spot = spotMeant()
  return (spot?.on === 'card' && openMap.faces.get(spot.id)?.reference?.item) || null
}

export const levelActions = {
  toGoal: level('goal'),
  toActivity: level('activity'),
  toStep: level('step'),
  toItem: level('item'),
  toTask: {
    label: () => text('act-level-task'),
    keys: ['Shift+T'],
    when: () => rowsMeant() !== null,
    run: askPbi,
  },
  toNote: level('note'),
  group: {
    label: () => text('act-group'),
    keys: ['G'],
    onMap: true,
    when: () => stepsMeant().length > 0,
    run: groupSteps,
  },
  goToItem: {
    label: () => text('act-go-to-item'),
    keys: ['R'],
    onMap: true,
    when: () => referred() !== null,
    run: async () => {
      const item = referred()
      if (item) await goToCard(item)
    },
  },
} satisfies Record<string, Action>

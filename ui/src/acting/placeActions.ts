/** What can be done with whatever has the focus on the map: its menu, its name, and the next one of its kind. */
import type { Action } from '../action'
import { hasMap, spotMeant, spotToEdit } from '../conditions'
import { editing } from '../map/editing.svelte'
import { canBeRenamed } from '../map/hands'
import { add } from '../map/keyboard'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { spotMenu } from './spotMenu.svelte'

/** The words for the next thing of the kind that a spot is; `null`: nothing comes there. */
function next(spot: Spot | null): string | null {
  switch (spot?.on) {
    case 'card':
    case 'cell':
      return 'card'
    case 'activity':
    case 'step':
      return 'step'
    case 'head':
      return openMap.view.bandsBy === 'sprints' ? 'sprint' : 'slice'
    case 'goal':
      return 'goal'
    default:
      return null
  }
}

function isInTray(spot: Spot): boolean {
  return spot.on === 'card' && !openMap.listOf.get(spot.id)?.includes('/')
}

export const placeActions = {
  menu: {
    label: () => text('act-menu'),
    keys: ['Shift+F10', 'Menu'],
    when: () => hasMap() && spotMeant() !== null,
    run: () => spotMenu.openAtFocus(),
  },
  rename: {
    label: () => text('act-rename'),
    keys: ['F2'],
    when: () => {
      const spot = spotToEdit()
      return spot !== null && canBeRenamed(spot)
    },
    run: () => {
      const spot = spotToEdit()
      if (spot && canBeRenamed(spot)) editing.start({ what: 'rename', spot })
    },
  },
  addNext: {
    label: () => text(`act-add-${next(spotMeant()) ?? 'card'}`),
    keys: ['+', 'Insert'],
    onMap: true,
    when: () => {
      const spot = spotToEdit()
      return spot !== null && next(spot) !== null && !isInTray(spot)
    },
    run: () => {
      const spot = spotToEdit()
      if (spot) add(spot)
    },
  },
  newActivity: {
    label: () => text('act-add-activity'),
    keys: [],
    when: () => spotToEdit() !== null && openMap.view.lens === 'team',
    run: () => editing.start({ what: 'new-activity' }),
  },
  newBand: {
    label: () => text(openMap.view.bandsBy === 'sprints' ? 'act-add-sprint' : 'act-add-slice'),
    keys: [],
    when: () => spotToEdit() !== null && openMap.view.lens === 'team',
    run: () => editing.start({ what: 'new-slice' }),
  },
  newGoal: {
    label: () => text('act-add-goal'),
    keys: ['Shift+G'],
    when: () => spotToEdit() !== null && openMap.view.lens === 'team',
    run: () => editing.start({ what: 'new-goal' }),
  },
} satisfies Record<string, Action>

/** Which actions the menu of each thing on the wall holds, from above. */
import type { actions } from '../actions'

/** An action, a gap, or a menu of its own with further lines. */
export type Line =
  | keyof typeof actions
  | '-'
  | { readonly menu: string; readonly of: readonly Line[] }

const LOOK: readonly Line[] = ['-', 'fold', 'focus']
const KIND: Line = {
  menu: 'kind',
  of: ['kindOutcome', 'kindBug', 'kindEnabler', 'kindSpike', 'kindNote', 'kindUndeclared'],
}
const LEVEL: Line = {
  menu: 'level',
  of: ['toGoal', 'toActivity', 'toStep', 'toItem', 'toTask', 'toNote'],
}

export const MENUS = {
  card: [
    'openDetails',
    'rename',
    'addNext',
    'goToItem',
    '-',
    'done',
    'recordIncrement',
    'noteFeedback',
    KIND,
    'estimate',
    'tags',
    'forWhom',
    '-',
    'moveTo',
    LEVEL,
    'bringTogether',
    ...LOOK,
    'selectAll',
    'zoomSelection',
    '-',
    'remove',
  ],
  step: ['openDetails', 'rename', 'addNext', 'group', LEVEL, ...LOOK, '-', 'remove'],
  activity: ['openDetails', 'rename', 'addNext', 'newActivity', LEVEL, ...LOOK, '-', 'remove'],
  goal: [
    'openDetails',
    'rename',
    'newGoal',
    { menu: 'goalState', of: ['goalActive', 'goalNext', 'goalReached', 'goalAbandoned'] },
    LEVEL,
    '-',
    'remove',
  ],
  head: [
    'report',
    'walkThrough',
    'demo',
    'sprintBacklog',
    'openDetails',
    'rename',
    'newBand',
    '-',
    'recordIncrement',
    'endSprint',
    'pulling',
    ...LOOK,
    'turnBands',
    '-',
    'remove',
  ],
  quiet: ['newBand', ...LOOK, 'later', 'turnBands'],
  cell: ['addNext', ...LOOK, 'selectAll'],
  across: ['fold'],
  map: [
    'newActivity',
    'newBand',
    'newGoal',
    'newPersona',
    'personas',
    'removePersona',
    '-',
    'selectAll',
    'zoomMap',
    'zoomWhole',
    'turnBands',
    'later',
    '-',
    'undo',
    'redo',
    'import',
    'export',
  ],
} as const satisfies Record<string, readonly Line[]>

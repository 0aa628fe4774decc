/**
 * Every action of the window, once: its words, its keys, when it can be done, and what it does. The
 * buttons, the menu and the keyboard are made from this list.
 */

import { cardActions } from './acting/cardActions'
import { goalActions } from './acting/goalActions'
import { levelActions } from './acting/levelActions'
import { placeActions } from './acting/placeActions'
import { askNewPersona, askPersonaToRemove } from './acting/questions'
import { isReference, removable } from './acting/removing'
import { type Action, isPressed } from './action'
import { commands, type RecentMap, type Refusal } from './bindings'
import { always, canEdit, hasMap, inWorkshop, noMap } from './conditions'
import { starting } from './empty/starting.svelte'
import { exporting } from './export/exporting.svelte'
import { findingsActions } from './findings/findingsActions'
import { help } from './help/help.svelte'
import { importing } from './import/importing.svelte'
import { learnActions } from './learn/learnActions'
import { editing } from './map/editing.svelte'
import { focus } from './map/focus.svelte'
import { folds, lookThrough, toggleFold, toggleLater, togglePlan, turnBands } from './map/looks'
import { minimap } from './map/minimap.svelte'
import { selectAround } from './map/picking'
import { selection } from './map/selection.svelte'
import { hasSelection, zoomBy, zoomToMap, zoomToSelection, zoomToWhole } from './map/zooming'
import { openMap } from './openMap.svelte'
import { palette } from './palette/palette.svelte'
import { panel } from './panel/panel.svelte'
import { subjectOf } from './panel/subjects'
import { reportActions } from './report/reportActions'
import { sequence } from './sequence.svelte'
import { showActions } from './show/showActions'
import { sortActions } from './sort/sortActions'
import { text } from './text'
import { theme } from './theme/theme.svelte'
import { toasts } from './toasts.svelte'
import { redo, undo } from './undoing'
import { nextLine } from './workshop/capture'

export const actions = {
  find: {
    label: () => text('window-find'),
    keys: ['Ctrl+K'],
    alsoInFields: true,
    when: always,
    run: () => palette.open(),
  },
  undo: {
    label: () =>
      openMap.undoes ? text('window-undo-what', { what: openMap.undoes }) : text('window-undo'),
    keys: ['Ctrl+Z'],
    inSheets: true,
    when: () => canEdit() && openMap.undoes !== null,
    run: undo,
  },
  redo: {
    label: () =>
      openMap.redoes ? text('window-redo-what', { what: openMap.redoes }) : text('window-redo'),
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    inSheets: true,
    when: () => canEdit() && openMap.redoes !== null,
    run: redo,
  },
  new: {
    label: () => text('window-new'),
    keys: ['Ctrl+N', 'N'],
    alsoInFields: true,
    when: always,
    run: () => openAnother(commands.newMap),
  },
  open: {
    label: () => text('window-open'),
    keys: ['Ctrl+O', 'O'],
    alsoInFields: true,
    when: always,
    run: () => openAnother(commands.openMap),
  },
  example: {
    label: () => text('window-example'),
    keys: ['E'],
    when: always,
    run: () => openAnother(commands.openExample),
  },
  startFromGoal: {
    label: () => text('window-start'),
    keys: ['G'],
    when: noMap,
    run: async () => {
      starting.begin()
      if (!(await openAnother(commands.startMap))) starting.leave()
    },
  },
  import: {
    label: () => text('window-import'),
    keys: ['Ctrl+I', 'I'],
    alsoInFields: true,
    when: () => noMap() || canEdit(),
    run: () => importing.pick(),
  },
  pasteList: {
    // Ctrl+V itself is the window's: it pastes whatever has the focus; see import/paste.ts.
    label: () => text('window-paste'),
    keys: [],
    when: () => noMap() || canEdit(),
    run: () => importing.write(),
  },
  export: {
    label: () => text('window-export'),
    keys: ['Ctrl+E'],
    alsoInFields: true,
    when: hasMap,
    run: () => exporting.open(),
  },
  saveCopy: {
    label: () => text('window-save-copy'),
    keys: ['Ctrl+Shift+S'],
    alsoInFields: true,
    when: hasMap,
    run: () => openAnother(commands.saveCopy),
  },
  renameMap: {
    label: () => text('window-rename-map'),
    keys: [],
    when: canEdit,
    run: () => editing.start({ what: 'map-name' }),
  },
  asSystem: {
    label: () => text('window-as-system'),
    keys: [],
    chosen: () => theme.choice.light === 'system',
    when: always,
    run: () => theme.choose({ light: 'system' }),
  },
  light: {
    label: () => text('window-light'),
    keys: [],
    chosen: () => theme.choice.light === 'light',
    when: always,
    run: () => theme.choose({ light: 'light' }),
  },
  dark: {
    label: () => text('window-dark'),
    keys: [],
    chosen: () => theme.choice.light === 'dark',
    when: always,
    run: () => theme.choose({ light: 'dark' }),
  },
  highContrast: {
    label: () => text('window-high-contrast'),
    keys: [],
    chosen: () => theme.choice.highContrast,
    when: always,
    run: () => theme.choose({ highContrast: !theme.choice.highContrast }),
  },
  help: {
    label: () => text('window-help'),
    keys: ['F1', 'Shift+?'],
    when: always,
    run: () => help.open(),
  },
  team: {
    label: () => text('window-look-team'),
    keys: ['Ctrl+1'],
    when: hasMap,
    run: () => lookThrough('team'),
  },
  workshop: {
    label: () => text('window-look-workshop'),
    keys: ['Ctrl+2'],
    when: hasMap,
    run: () => lookThrough('workshop'),
  },
  turnBands: {
    label: () => text(openMap.view.bandsBy === 'slices' ? 'window-to-sprints' : 'window-to-slices'),
    keys: ['B'],
    onMap: true,
    when: () => hasMap() && openMap.view.lens === 'team',
    run: () => turnBands(openMap.view.bandsBy === 'slices' ? 'sprints' : 'slices'),
  },
  plan: {
    label: () => text(openMap.view.planShown ? 'window-hide-plan' : 'window-show-plan'),
    keys: ['V'],
    onMap: true,
    when: inWorkshop,
    run: togglePlan,
  },
  nextLine: {
    label: () => text('window-next-line'),
    keys: ['L'],
    onMap: true,
    when: () => inWorkshop() && canEdit(),
    run: nextLine,
  },
  capture: {
    label: () => text('window-capture'),
    keys: ['N'],
    onMap: true,
    when: () => inWorkshop() && canEdit(),
    run: () => editing.start({ what: 'capture' }),
  },
  openDetails: {
    label: () => text('window-details'),
    keys: ['Shift+Enter'],
    when: () => hasMap() && subjectOf(selection.spot) !== null,
    run: () => {
      const subject = subjectOf(selection.spot)
      if (subject) void panel.open(subject)
    },
  },
  personas: {
    label: () => text('panel-personas-change'),
    keys: [],
    when: hasMap,
    run: () => panel.open({ of: 'personas' }),
  },
  doneRules: {
    label: () => text('panel-done-rules-change'),
    keys: [],
    when: hasMap,
    run: () => panel.open({ of: 'done-rules' }),
  },
  goal: {
    label: () => text('panel-goal-change'),
    keys: [],
    when: () => hasMap() && currentGoal() !== null,
    run: () => {
      const id = currentGoal()
      if (id) void panel.open({ of: 'goal', id })
    },
  },
  fold: {
    label: () => text('window-fold-this'),
    keys: [],
    when: () => hasMap() && selection.spot !== null && folds(selection.spot),
    run: () => selection.spot && toggleFold(selection.spot),
  },
  focus: {
    label: () => text(focus.on ? 'window-leave-focus' : 'window-focus'),
    keys: ['F'],
    onMap: true,
    when: () => hasMap() && selection.spot !== null,
    run: () => selection.spot && focus.toggle(selection.spot),
  },
  zoomIn: {
    label: () => text('window-zoom-in'),
    keys: ['Ctrl++', 'Ctrl+='],
    alsoInFields: true,
    when: hasMap,
    run: () => zoomBy(1),
  },
  zoomOut: {
    label: () => text('window-zoom-out'),
    keys: ['Ctrl+-'],
    alsoInFields: true,
    when: hasMap,
    run: () => zoomBy(-1),
  },
  zoomWhole: {
    label: () => text('window-zoom-whole'),
    keys: ['Ctrl+0', '1'],
    onMap: true,
    when: hasMap,
    run: zoomToWhole,
  },
  zoomMap: {
    label: () => text('window-zoom-map'),
    keys: ['Shift+1'],
    when: hasMap,
    run: zoomToMap,
  },
  zoomSelection: {
    label: () => text('window-zoom-selection'),
    keys: ['Shift+2'],
    when: () => hasMap() && hasSelection(),
    run: zoomToSelection,
  },
  minimap: {
    label: () => text(minimap.shown ? 'window-hide-minimap' : 'window-show-minimap'),
    keys: ['M'],
    onMap: true,
    when: () => hasMap() && minimap.offered,
    run: () => minimap.toggle(),
  },
  later: {
    label: () => text(openMap.view.laterOpen ? 'window-fewer-later' : 'window-all-later'),
    keys: [],
    when: hasMap,
    run: toggleLater,
  },
  ...placeActions,
  ...reportActions,
  ...sortActions,
  ...showActions,
  ...findingsActions,
  ...cardActions,
  ...levelActions,
  ...goalActions,
  ...learnActions,
  newPersona: {
    label: () => text('act-new-persona'),
    keys: [],
    when: canEdit,
    run: askNewPersona,
  },
  removePersona: {
    label: () => text('act-remove-persona'),
    keys: [],
    when: () => canEdit() && (openMap.frame?.personas.length ?? 0) > 0,
    run: askPersonaToRemove,
  },
  selectAll: {
    label: () => text('window-select-all'),
    keys: ['Ctrl+A'],
    when: () => hasMap() && selection.spot !== null,
    run: selectAround,
  },
  remove: {
    label: () => text(isReference() ? 'act-take-reference' : 'window-remove'),
    keys: ['Delete'],
    when: () => removable() !== null,
    run: () => removable()?.(),
  },
} satisfies Record<string, Action>

/** The active Product Goal, else the first one. */
function currentGoal(): string | null {
  const goals = openMap.frame?.backbone.goals ?? []
  return (goals.find(({ state }) => state === 'active') ?? goals[0])?.goal ?? null
}

/** Shows a map that was shown before. */
export function openRecent({ token }: RecentMap): Promise<boolean> {
  return openAnother(() => commands.openRecent(token))
}

/** Makes or opens a map: in this window where it has none, else in another. Says whether it did. */
async function openAnother(command: typeof commands.newMap): Promise<boolean> {
  const answer = await command()
  if (answer.status === 'error') refused(answer.error)
  else if (answer.data && noMap()) await openMap.watch()
  return answer.status === 'ok' && answer.data
}

/** Says why something did not happen, with the way out where there is one. */
export function refused({ code, message }: Refusal): void {
  if (code === 'cancelled') return
  const { label, run } = actions.saveCopy
  toasts.say(message, 'alert', code === 'read-only' ? { label: label(), run } : undefined)
}

/** Does what a key press means for the window; says whether it meant anything. */
export function press(
  event: KeyboardEvent,
  inField: boolean,
  among: (action: Action) => boolean = always,
): boolean {
  const all = Object.values<Action>(actions).filter(among)
  for (const action of all) {
    const meant = action.keys.some(
      (keys) => isPressed(keys, event) && (keys.length > 1 || noMap() || action.onMap),
    )
    if (!meant || !action.when() || (inField && !action.alsoInFields)) continue
    void action.run()
    return true
  }
  return (
    !inField &&
    sequence.begin(
      event,
      all.filter((action) => action.when()),
    )
  )
}

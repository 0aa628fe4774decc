/**
 * Every action of the window, once: its words, its keys, when it can be done, and what it does. The
 * buttons, the menu and the keyboard are made from this list.
 */
import { announcer } from './announcer.svelte'
import { commands, type Refusal } from './bindings'
import { importing } from './import/importing.svelte'
import { job } from './job.svelte'
import { editing } from './map/editing.svelte'
import { remove } from './map/moves'
import { selection } from './map/selection.svelte'
import { openMap } from './openMap.svelte'
import { text } from './text'
import { toasts } from './toasts.svelte'

/** One thing that a person can do. */
export interface Action {
  readonly label: () => string
  /** Keys that do it, the first one named in menus and tooltips. Without Ctrl: only while there is no map. */
  readonly keys: readonly string[]
  readonly when: () => boolean
  /** Its keys also work while a name is being written; all others are the field's then. */
  readonly alsoInFields?: true
  readonly run: () => unknown
}

const always = () => true
const noMap = () => openMap.state === 'none'
const hasMap = () => openMap.state === 'open'
const canEdit = () => hasMap() && openMap.readOnly === null

export const actions = {
  undo: {
    label: () =>
      openMap.undoes ? text('window-undo-what', { what: openMap.undoes }) : text('window-undo'),
    keys: ['Ctrl+Z'],
    when: () => canEdit() && openMap.undoes !== null,
    run: async () => {
      const what = openMap.undoes ?? ''
      if (await openMap.undo()) announcer.say(text('window-undone', { what }))
    },
  },
  redo: {
    label: () =>
      openMap.redoes ? text('window-redo-what', { what: openMap.redoes }) : text('window-redo'),
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    when: () => canEdit() && openMap.redoes !== null,
    run: async () => {
      const what = openMap.redoes ?? ''
      if (await openMap.redo()) announcer.say(text('window-redone', { what }))
    },
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
  import: {
    label: () => text('window-import'),
    keys: ['Ctrl+I', 'I'],
    alsoInFields: true,
    when: () => noMap() || canEdit(),
    run: () => importing.pick(),
  },
  export: {
    label: () => text('window-export'),
    keys: ['Ctrl+E'],
    alsoInFields: true,
    when: hasMap,
    run: async () => {
      const written = await job.runAfterDialog(text('window-job-export'), commands.exportPicture)
      if (written?.data) toasts.say(text('window-exported', { file: written.data }))
    },
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
  remove: {
    label: () => text('window-remove'),
    keys: ['Delete'],
    when: () => canEdit() && removable() !== null,
    run: () => removable()?.(),
  },
} satisfies Record<string, Action>

/** What takes away that which has the focus; `null`: there is nothing to take away. */
function removable(): (() => Promise<void>) | null {
  // Whatever was selected, a key pressed in the bar is not about it.
  if (document.activeElement?.closest('[data-region="bar"]')) return null
  const cards = selection.meant
  const { spot } = selection
  if (cards.length > 0) {
    return async () => {
      if (await remove(cards)) say(text('window-removed-cards', { count: cards.length }))
    }
  }
  if (spot?.on === 'head' && spot.band !== 'later' && spot.band !== 'earlier') {
    return () => removeOne({ type: 'removeSlice', slice: spot.band }, 'window-removed-slice')
  }
  if (spot?.on === 'activity') {
    return () => removeOne({ type: 'removeActivity', activity: spot.id }, 'window-removed-activity')
  }
  if (spot?.on === 'step') {
    return () => removeOne({ type: 'removeStep', step: spot.id }, 'window-removed-step')
  }
  return null
}

async function removeOne(edit: Parameters<typeof openMap.edit>[0], said: string): Promise<void> {
  const answer = await openMap.editAndShow(edit)
  if (answer?.change != null) say(text(said))
  void selection.settle()
}

/** News of the newest change; its button takes that one back, and no other that came since. */
function say(sentence: string): void {
  const what = openMap.undoes
  const run = () => {
    if (openMap.undoes === what) void actions.undo.run()
  }
  toasts.say(sentence, 'news', { label: text('window-undo'), run })
}

/** Makes or opens a map: in this window where it has none, else in another. */
async function openAnother(command: typeof commands.newMap): Promise<void> {
  const answer = await command()
  if (answer.status === 'error') refused(answer.error)
  else if (answer.data && noMap()) await openMap.watch()
}

/** Says why something did not happen, with the way out where there is one. */
export function refused({ code, message }: Refusal): void {
  if (code === 'cancelled') return
  const { label, run } = actions.saveCopy
  toasts.say(message, 'alert', code === 'read-only' ? { label: label(), run } : undefined)
}

/** Does what a key press means for the window; says whether it meant anything. */
export function press(event: KeyboardEvent, inField: boolean): boolean {
  for (const action of Object.values<Action>(actions)) {
    const meant = action.keys.some((keys) => isPressed(keys, event) && (keys.length > 1 || noMap()))
    if (!meant || !action.when() || (inField && !action.alsoInFields)) continue
    void action.run()
    return true
  }
  return false
}

/** Whether an event is the press of these keys, such as `Ctrl+Shift+Z`. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return (
    event.key.toLowerCase() === key.toLowerCase() &&
    (event.ctrlKey || event.metaKey) === parts.includes('Ctrl') &&
    event.shiftKey === parts.includes('Shift') &&
    !event.altKey
  )
}

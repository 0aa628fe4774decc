/** Every key of the window, in groups: those of actions from their list, those of the map beside them. */
import { type Action, written } from '../action'
import { actions } from '../actions'
import { text } from '../text'

/** What a key does. */
export interface KeyLine {
  readonly does: string
  readonly keys: readonly string[]
}

export interface Group {
  readonly id: GroupId
  readonly lines: readonly KeyLine[]
}

type GroupId = 'map' | 'cards' | 'look' | 'file' | 'empty'

/** What moves and writes, wherever the focus of the map is. */
const ON_MAP: readonly (readonly [string, readonly string[]])[] = [
  ['walk', ['↑ ↓ ← →']],
  ['home', ['Home', 'End']],
  ['open', ['Enter']],
  ['story', ['Space']],
  ['write', ['A–Z']],
  ['move', ['Alt ↑ ↓ ← →']],
  ['extend', ['Shift ↑ ↓ ← →']],
  ['stretch', ['Alt Shift ← →', 'Alt Shift ↑ ↓']],
  ['fold', ['-']],
  ['pan', ['Page Up', 'Page Down']],
  ['back', ['Esc']],
  ['region', ['F6', 'Shift F6']],
]

/** Where an action stands; one that is not named is about cards. */
const GROUPS: Readonly<Record<string, GroupId>> = {
  find: 'look',
  help: 'look',
  team: 'look',
  workshop: 'look',
  turnBands: 'look',
  plan: 'look',
  focus: 'look',
  zoomIn: 'look',
  zoomOut: 'look',
  zoomWhole: 'look',
  zoomMap: 'look',
  zoomSelection: 'look',
  minimap: 'look',
  increments: 'look',
  new: 'file',
  open: 'file',
  import: 'file',
  export: 'file',
  saveCopy: 'file',
  startFromGoal: 'empty',
  example: 'empty',
}

/** All of them, by what they are about. */
export function groups(): Group[] {
  const onMap = ON_MAP.map(([id, keys]) => ({ does: text(`help-${id}`), keys }))
  const lines = Object.entries<Action>(actions)
    .filter(([, { keys }]) => keys.length > 0)
    .map(([id, { label, keys }]) => ({
      group: GROUPS[id] ?? ('cards' as const),
      does: label(),
      keys: keys.map(written),
    }))
  const of = (id: GroupId) => lines.filter(({ group }) => group === id)
  return [
    { id: 'map', lines: onMap },
    { id: 'cards', lines: of('cards') },
    { id: 'look', lines: of('look') },
    { id: 'file', lines: of('file') },
    { id: 'empty', lines: of('empty') },
  ]
}

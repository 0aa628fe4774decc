/** The keys that work where the keyboard is now, as the status line names them. */
import { starting } from '../empty/starting.svelte'
import { carry } from '../map/carry.svelte'
import { drag } from '../map/drag.svelte'
import { editing } from '../map/editing.svelte'
import { focus } from '../map/focus.svelte'
import { canBeRenamed } from '../map/hands'
import { selection } from '../map/selection.svelte'
import { viewport } from '../map/viewport.svelte'
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'
import { sequence } from '../sequence.svelte'
import { text } from '../text'

/** A key and what it does. */
export interface KeyHint {
  readonly key: string
  readonly does: string
}

const hint = (key: string, id: string): KeyHint => ({ key, does: text(`window-key-${id}`) })

const addBand = () => (openMap.view.bandsBy === 'sprints' ? 'add-sprint' : 'add-slice')

/** While cards are in the hand: the keys that make something else of letting go, where they do. */
function keysOfDrag(): KeyHint[] {
  const { target, how, cards } = drag
  const putBack = hint('Esc', 'put-back')
  const allTasks = cards.every((card) => openMap.faces.get(card)?.isTask)
  if (how !== 'move' || target?.on !== 'cell' || allTasks) return [putBack]
  const refer = target.step ? [hint('Ctrl', 'refer')] : []
  return [...refer, hint('Alt', 'keep-steps'), putBack]
}

/** What the status line says; nothing where there is no map. */
export function keysNow(): KeyHint[] {
  if (openMap.state !== 'open') return []
  if (sequence.first) {
    const ways = sequence.ways.map(([key, { label }]) => ({ key, does: label().toLowerCase() }))
    return [...ways, hint('Esc', 'leave')]
  }
  if (drag.active) return keysOfDrag()
  if (carry.what) return [hint('Esc', 'put-back')]
  if (editing.open || starting.wantsGoal) return [hint('Enter', 'keep'), hint('Esc', 'leave')]
  if (panel.hasFocus && panel.details?.of === 'report') {
    const cheapest = panel.details.is.changes.some((change) => change.cheapest)
    const take = cheapest && openMap.readOnly === null ? [hint('R', 'cheapest')] : []
    return [...take, hint('Ctrl ↑↓', 'next-band'), hint('Esc', 'to-map')]
  }
  if (panel.hasFocus) {
    return [hint('Esc', 'to-map'), hint('Alt ↑↓', 'next-card'), hint('Ctrl Enter', 'add-task')]
  }
  if (viewport.overview) return [hint('1', 'near')]
  const walk = hint('↑↓←→', 'walk')
  if (openMap.readOnly) return [walk]
  if (focus.on) return [hint('Esc', 'leave-focus'), hint('F', 'focus-other')]
  const { spot } = selection
  const rename = hint('F2', 'rename')
  const remove = hint('Delete', 'remove')
  switch (spot?.on) {
    case 'card':
      return [
        hint('Enter', 'open'),
        rename,
        hint('K', 'kind'),
        hint('D', 'done'),
        hint('Shift M', 'move-to'),
        hint('Alt ↑↓←→', 'move'),
        remove,
      ]
    case 'cell':
      return [walk, hint('A–Z', 'write')]
    case 'goal':
      return [
        rename,
        hint('+', 'add-goal'),
        hint('Alt ←→', 'move'),
        hint('Alt Shift ←→', 'stretch'),
        remove,
      ]
    case 'step':
      return [rename, hint('+', 'add-step'), hint('G', 'group'), hint('Alt ←→', 'move'), remove]
    case 'activity':
      return [rename, hint('+', 'add-step'), hint('Alt ←→', 'move'), remove]
    case 'head':
      return canBeRenamed(spot)
        ? [
            hint('Enter', 'report'),
            rename,
            hint('+', addBand()),
            hint('Alt ↑↓', 'move'),
            hint('-', 'fold'),
            remove,
          ]
        : [hint('+', addBand()), hint('B', 'turn')]
    default:
      return [walk, hint('Enter', 'open')]
  }
}

/** The keys that work where the keyboard is now, as the status line names them. */
import { drag } from '../map/drag.svelte'
import { editing } from '../map/editing.svelte'
import { canBeRenamed } from '../map/hands'
import { selection } from '../map/selection.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'

/** A key and what it does. */
export interface KeyHint {
  readonly key: string
  readonly does: string
}

const hint = (key: string, id: string): KeyHint => ({ key, does: text(`window-key-${id}`) })

/** What the status line says; nothing where there is no map. */
export function keysNow(): KeyHint[] {
  if (openMap.state !== 'open') return []
  if (drag.active) return [hint('Esc', 'put-back')]
  if (editing.open) return [hint('Enter', 'keep'), hint('Esc', 'leave')]
  const walk = hint('↑↓←→', 'walk')
  if (openMap.readOnly) return [walk]
  const { spot } = selection
  const rename = hint('F2', 'rename')
  const remove = hint('Delete', 'remove')
  switch (spot?.on) {
    case 'card':
      return [rename, hint('+', 'add-card'), hint('Alt ↑↓←→', 'move'), remove]
    case 'cell':
      return [walk, hint('A–Z', 'write')]
    case 'activity':
    case 'step':
      return [rename, hint('+', 'add-step'), hint('Alt ←→', 'move'), remove]
    case 'head':
      return canBeRenamed(spot)
        ? [rename, hint('+', 'add-slice'), hint('Alt ↑↓', 'move'), remove]
        : [hint('+', 'add-slice')]
    default:
      return [walk, hint('Enter', 'open')]
  }
}

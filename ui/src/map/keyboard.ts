/** What the keys do in the map and in the tray. Keys with Ctrl are actions of the window (`actions.ts`). */
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'
import { reportAt, subjectOf } from '../panel/subjects'
import { text } from '../text'
import { editing } from './editing.svelte'
import { focus } from './focus.svelte'
import { canBeRenamed } from './hands'
import { folds, toggleFold, toggleLater, unfoldColumn } from './looks'
import { nudge, shift } from './moves'
import { reveal } from './reveal'
import { selection } from './selection.svelte'
import type { Spot } from './spots'
import { storyNote } from './storyNote.svelte'
import { stretchBy } from './stretch.svelte'
import { viewport } from './viewport.svelte'
import { type Direction, positionOf, spotAt, walk } from './walk'
import { startStep } from './writing'
import { closeUp } from './zooming'

const ARROWS: Record<string, Direction | undefined> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Listens to the keys in a part of the window with cards. */
export function keyboard(root: HTMLElement): () => void {
  const press = (event: KeyboardEvent) => {
    const { spot } = selection
    const { target } = event
    if (!spot || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return
    if (handle(event, spot)) event.preventDefault()
  }
  root.addEventListener('keydown', press)
  return () => root.removeEventListener('keydown', press)
}

function handle(event: KeyboardEvent, spot: Spot): boolean {
  const direction = ARROWS[event.key]
  if (direction && event.altKey) return push(spot, direction, event.shiftKey)
  if (event.altKey) return false
  if (direction) return go(spot, direction, event.shiftKey)
  switch (event.key) {
    case 'Home':
    case 'End':
      return toEnd(spot, event.key)
    case 'PageUp':
    case 'PageDown':
      viewport.pan(0, (event.key === 'PageUp' ? -0.9 : 0.9) * viewport.height)
      return true
    case 'Escape':
      // One level back: first what lies over the map, then the selection, then the focus.
      if (storyNote.shown) {
        storyNote.hide()
        return true
      }
      if (panel.isOpen) {
        panel.close()
        return true
      }
      if (selection.cards.size + selection.steps.size > 0 || !focus.leave()) selection.clear()
      return true
    case ' ':
      // Held down it takes hold of the map.
      if (spot.on === 'card' && !event.repeat) storyNote.toggle(spot.id, text('window-no-story'))
      return spot.on === 'card'
    case '-':
      if (!folds(spot)) return false
      toggleFold(spot)
      return true
    case 'Enter':
      if (!viewport.overview) return open(spot, event.shiftKey)
      // A block is opened by going near to it.
      closeUp(spot)
      selection.go(spot)
      return true
    case 'F2':
      return rename(spot)
    case 'Insert':
    case '+':
      return add(spot)
    default:
      return type(spot, event.key)
  }
}

function go(from: Spot, direction: Direction, extend: boolean): boolean {
  const to = viewport.terrain && walk(from, direction, viewport.terrain)
  if (!to) return true
  if (extend && from.on === 'card' && to.on === 'card') {
    selection.select([...selection.cards, from.id, to.id])
  } else if (extend && from.on === 'step' && to.on === 'step') {
    selection.selectSteps([...selection.steps, from.id, to.id])
  } else selection.clear()
  visit(to)
  return true
}

/** Puts the focus on a spot and brings it into the window. */
export function visit(spot: Spot): void {
  reveal(spot)
  selection.go(spot)
}

function toEnd(from: Spot, key: 'Home' | 'End'): boolean {
  const { terrain } = viewport
  const at = terrain && positionOf(from, terrain)
  if (!at) return false
  const column = key === 'Home' ? 0 : terrain.grid.columns.length - 1
  const to = spotAt({ ...at, column }, terrain)
  if (to) visit(to)
  return true
}

function push(spot: Spot, direction: Direction, ends: boolean): boolean {
  if (openMap.readOnly) return true
  if (ends && spot.on === 'goal') {
    // The bar's end goes sideways; up and down move its beginning.
    const end = direction === 'left' || direction === 'right' ? 'last' : 'first'
    const by = direction === 'left' || direction === 'up' ? -1 : 1
    void stretchBy(spot.id, end, by)
    return true
  }
  if (spot.on === 'card') void nudge(selection.meant, direction)
  else void shift(spot, direction)
  return true
}

/** Opens a card, or the report of a band; what has no more to tell than its name is named. With Shift the window does it. */
function open(spot: Spot, shift: boolean): boolean {
  if (shift) return false
  const subject = spot.on === 'card' ? subjectOf(spot) : reportAt(spot)
  if (!subject) return rename(spot)
  void panel.open(subject)
  return true
}

function rename(spot: Spot): boolean {
  if (spot.on === 'more') {
    toggleLater()
    return true
  }
  if (spot.on === 'cell' && isShut(spot.step)) {
    unfoldColumn(spot.step)
    return true
  }
  if (openMap.readOnly || !canBeRenamed(spot)) return spot.on === 'cell' && add(spot)
  editing.start({ what: 'rename', spot })
  return true
}

/** Opens a field for the next thing of the kind that a spot is. */
export function add(spot: Spot): boolean {
  if (openMap.readOnly) return false
  switch (spot.on) {
    case 'card':
    case 'cell': {
      const list = spot.on === 'card' ? (openMap.listOf.get(spot.id) ?? '') : null
      const [band = '', column] = list?.split('/') ?? []
      const cell =
        spot.on === 'cell' ? spot : { band, step: column === 'across' ? null : (column ?? null) }
      if (cell.band === 'earlier' || (list !== null && column === undefined)) return false
      editing.start({ what: 'new-card', band: cell.band, step: cell.step, first: '' })
      return true
    }
    case 'activity':
      startStep(spot.id)
      return true
    case 'step': {
      const next = stepAfter(spot.id)
      if (next) editing.start({ what: 'new-step', ...next })
      return true
    }
    case 'head':
      editing.start({ what: 'new-slice' })
      return true
    case 'goal':
    case 'add-goal':
      editing.start({ what: 'new-goal' })
      return true
    default:
      return false
  }
}

function stepAfter(step: string): { activity: string; before: string | null } | null {
  const { columns, activities } = openMap.frame?.backbone ?? { columns: [], activities: [] }
  const at = columns.findIndex((column) => column.step === step)
  const block = activities.find(({ first, count }) => at >= first && at < first + count)
  if (!block) return null
  const last = at === block.first + block.count - 1
  return { activity: block.activity, before: last ? null : (columns[at + 1]?.step ?? null) }
}

/** Typing in an empty cell writes a card there. */
function type(spot: Spot, key: string): boolean {
  const writes = key.length === 1 && key !== ' ' && spot.on === 'cell' && spot.band !== 'earlier'
  if (!writes || openMap.readOnly || isShut(spot.step)) return false
  editing.start({ what: 'new-card', band: spot.band, step: spot.step, first: key })
  return true
}

function isShut(step: string | null): boolean {
  const column = openMap.frame?.backbone.columns.find((at) => at.step === step)
  return column !== undefined && column.fold !== 'open'
}

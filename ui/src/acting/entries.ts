/** What stands in the menu of a thing on the wall: actions, in the order of use, and nothing that cannot be done. */
import { type Action, written } from '../action'
import { actions } from '../actions'
import type { MenuEntry } from '../controls/menuEntry'
import { bandKey } from '../map/keys'
import { activityName } from '../map/looks'
import { bandName, cellName, columnName, goalName } from '../map/names'
import { selection } from '../map/selection.svelte'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { type Line, MENUS } from './menus'

/** The menu of a spot (`null`: of the map itself). */
export function entriesOf(spot: Spot | null): MenuEntry[] {
  return readable(MENUS[kindOf(spot)])
}

function kindOf(spot: Spot | null): keyof typeof MENUS {
  if (spot?.on === 'head') {
    return spot.band === 'later' || spot.band === 'earlier' ? 'quiet' : 'head'
  }
  switch (spot?.on) {
    case 'card':
    case 'step':
    case 'activity':
    case 'goal':
    case 'cell':
    case 'across':
      return spot.on
    default:
      return 'map'
  }
}

function readable(lines: readonly Line[]): MenuEntry[] {
  const entries: MenuEntry[] = []
  let apart = false
  for (const line of lines) {
    if (line === '-') apart = entries.length > 0
    else {
      const entry = entryOf(line)
      if (!entry) continue
      entries.push(apart ? { ...entry, apart } : entry)
      apart = false
    }
  }
  return entries
}

function entryOf(line: Exclude<Line, '-'>): MenuEntry | null {
  if (typeof line !== 'string') {
    const entries = readable(line.of)
    return entries.length > 0 ? { id: line.menu, label: text(`act-${line.menu}`), entries } : null
  }
  const action: Action = actions[line]
  if (!action.when()) return null
  const [keys] = action.keys
  return {
    id: line,
    label: action.label(),
    ...(keys ? { keys: written(keys) } : {}),
    ...(action.chosen ? { chosen: action.chosen() } : {}),
    run: action.run,
  }
}

/** What the menu is about, in words. */
export function subject(spot: Spot | null): string {
  const { backbone, bands = [] } = openMap.frame ?? {}
  const scene = (key: string) => bands.find(({ band }) => bandKey(band) === key)
  const column = (step: string | null) => backbone?.columns.find((at) => at.step === step)
  switch (spot?.on) {
    case 'card':
      return selection.cards.size > 1
        ? text('window-selected', { count: selection.cards.size })
        : (openMap.faces.get(spot.id)?.title ?? '')
    case 'step':
      return columnName(column(spot.id))
    case 'activity':
      return text('window-activity-name', { title: activityName(spot.id) })
    case 'goal': {
      const bar = backbone?.goals.find(({ goal }) => goal === spot.id)
      return bar ? goalName(bar) : ''
    }
    case 'head': {
      const band = scene(spot.band)
      return band ? bandName(band) : ''
    }
    case 'cell': {
      const band = scene(spot.band)
      return band ? cellName(column(spot.step), band) : ''
    }
    case 'across':
      return text('across')
    default:
      return openMap.title
  }
}

/** What “Find or do” offers for the words asked: what is on the map, and what can be done. */
import type { Action } from '../action'
import { actions, openRecent } from '../actions'
import type { Hit, ListKey, Part } from '../bindings'
import { bandKey } from '../map/keys'
import { quietBandName } from '../map/names'
import { openMap } from '../openMap.svelte'
import { recent } from '../recent.svelte'
import { text } from '../text'
import { goTo } from './going'
import { palette } from './palette.svelte'
import { partsOf } from './words'

/** One line of the list. */
export interface Entry {
  readonly id: string
  readonly icon:
    | 'card'
    | 'pieces'
    | 'done'
    | 'task'
    | 'goal'
    | 'activity'
    | 'step'
    | 'band'
    | 'act'
    | 'file'
  readonly name: readonly Part[]
  /** What stands at its right. */
  readonly aside: string
  readonly keys?: string
  /** It cannot be done now. */
  readonly off?: true
  readonly run: () => unknown
}

/** Lines that belong together, under a heading. */
export interface Section {
  readonly id: 'cards' | 'map' | 'do' | 'recent'
  readonly entries: readonly Entry[]
}

/** The sections that have anything in them. */
export function sections(): Section[] {
  const { hits } = palette.found
  const onCards = (hit: Hit) => hit.row.of === 'item' || hit.row.of === 'task'
  const all: Section[] = [
    { id: 'cards', entries: hits.filter(onCards).map(entryOf) },
    { id: 'map', entries: hits.filter((hit) => !onCards(hit)).map(entryOf) },
    { id: 'do', entries: deeds() },
    { id: 'recent', entries: palette.onlyActions ? [] : maps() },
  ]
  return all.filter(({ entries }) => entries.length > 0)
}

function entryOf(hit: Hit): Entry {
  return {
    id: hit.row.id,
    icon: iconOf(hit),
    name: hit.name,
    aside: asideOf(hit),
    run: () => goTo(hit),
  }
}

function iconOf({ row, done, stands }: Hit): Entry['icon'] {
  switch (row.of) {
    case 'item':
      if (done) return 'done'
      return stands && openMap.faces.get(stands.card)?.pieces ? 'pieces' : 'card'
    case 'slice':
    case 'sprint':
      return 'band'
    default:
      return row.of
  }
}

function asideOf({ row, within, stands }: Hit): string {
  if (row.of === 'task' && within) return text('card-of', { title: within })
  if (row.of !== 'item' && row.of !== 'task') {
    return [text(`noun-${row.of}`), within].filter(Boolean).join(' · ')
  }
  const pieces = stands && openMap.faces.get(stands.card)?.pieces
  return [stands && placeName(stands.list), pieces && text('window-state-pieces')]
    .filter(Boolean)
    .join(' · ')
}

function placeName(list: ListKey): string {
  if (list.type !== 'cell') return text('window-tray')
  const { band } = list
  if (band.type === 'later' || band.type === 'earlier') return quietBandName(band.type)
  const scene = openMap.frame?.bands.find((scene) => bandKey(scene.band) === bandKey(band))
  return scene?.name ?? ''
}

/** The actions whose names have the words; those that cannot be done now come last, and only where asked for. */
function deeds(): Entry[] {
  const asked = palette.words.replace(/^\s*>/, '').trim()
  const named = Object.entries<Action>(actions)
    .filter(([id]) => id !== 'find')
    .flatMap(([id, action]) => {
      const name = partsOf(action.label(), asked)
      return name ? [{ id, action, name, off: !action.when() }] : []
    })
  // A name that begins with a word goes first; the others stay in the order of the list.
  named.sort((one, other) => Number(other.name[0]?.asked) - Number(one.name[0]?.asked))
  const can = named.filter(({ off }) => !off)
  const cannot = asked ? named.filter(({ off }) => off) : []
  return [...can, ...cannot].map(({ id, action, name, off }) => ({
    id,
    icon: 'act',
    name,
    aside: '',
    ...(action.keys[0] ? { keys: action.keys[0].replaceAll('+', ' ') } : {}),
    ...(off ? { off: true } : {}),
    run: action.run,
  }))
}

/** The maps that were shown last and are still there. */
function maps(): Entry[] {
  return recent.maps.flatMap((map) => {
    const name = map.missing ? null : partsOf(map.name, palette.words)
    return name
      ? [
          {
            id: `recent-${map.token}`,
            icon: 'file' as const,
            name,
            aside: map.folder,
            run: () => openRecent(map),
          },
        ]
      : []
  })
}

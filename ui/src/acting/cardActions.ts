/** What can be done with one card or several at once. */
import type { Action } from '../action'
import type { Kind } from '../bindings'
import { text } from '../text'
import { anyInPieces, areAll, areDone, bringTogether, declare, toggleDone } from './acts'
import { cardsMeant, meant } from './meant'
import { askEstimate, askPersonas, askPlace, askTags } from './questions'

const anyCard = () => cardsMeant().length > 0
const anyItem = () => meant().items.length > 0

function kind(key: string, of: Kind | null): Action {
  return {
    label: () => text(of ? `act-kind-${of}` : 'act-kind-undeclared'),
    keys: [`K ${key}`],
    onMap: true,
    when: anyItem,
    chosen: () => areAll(of),
    run: () => declare(of),
  }
}

export const cardActions = {
  done: {
    label: () => text('act-done'),
    keys: ['D'],
    onMap: true,
    when: anyCard,
    chosen: areDone,
    run: toggleDone,
  },
  kindOutcome: kind('O', 'outcome'),
  kindBug: kind('B', 'bug'),
  kindEnabler: kind('E', 'enabler'),
  kindSpike: kind('S', 'spike'),
  kindNote: kind('N', 'note'),
  kindUndeclared: kind('U', null),
  estimate: {
    label: () => text('act-estimate'),
    keys: ['E'],
    onMap: true,
    when: anyItem,
    run: askEstimate,
  },
  tags: {
    label: () => text('act-tags'),
    keys: ['T'],
    onMap: true,
    when: anyItem,
    run: askTags,
  },
  forWhom: {
    label: () => text('act-personas'),
    keys: ['P'],
    onMap: true,
    when: anyItem,
    run: askPersonas,
  },
  moveTo: {
    label: () => text('act-move'),
    keys: ['Shift+M'],
    when: anyCard,
    run: askPlace,
  },
  bringTogether: {
    label: () => text('act-together'),
    keys: ['J'],
    onMap: true,
    when: () => anyInPieces(),
    run: bringTogether,
  },
} satisfies Record<string, Action>

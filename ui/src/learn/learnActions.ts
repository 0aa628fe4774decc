/** What can be done about Increments, feedback and the ends of Sprints. */

import { called, cardsMeant, meant } from '../acting/meant'
import { matching, type Option, picker } from '../acting/picker.svelte'
import type { Action } from '../action'
import { commands, type SprintId, type Wanted } from '../bindings'
import { canEdit, hasMap, spotMeant } from '../conditions'
import { openMap } from '../openMap.svelte'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'
import { ANY, learning } from './learning.svelte'

/** The slice or Sprint whose head has the focus. */
function band(of: 'slices' | 'sprints'): string | null {
  const spot = spotMeant()
  if (spot?.on !== 'head' || openMap.view.bandsBy !== of) return null
  return spot.band === 'later' || spot.band === 'earlier' ? null : spot.band
}

/** Of what an Increment is recorded: the PBIs that are meant, the band, or whatever fits. */
function wanted(): Wanted {
  const { items } = meant()
  if (items.length > 0) return { ...ANY, items }
  return { ...ANY, slice: band('slices'), sprint: band('sprints') }
}

/** Does something with the Sprint that has the focus; without one it asks which. */
function withSprint(label: string, run: (sprint: SprintId) => unknown): void {
  const meant = band('sprints')
  if (meant) {
    run(meant)
    return
  }
  picker.ask({
    label,
    placeholder: text('learn-which-sprint'),
    nothing: text('learn-no-such-sprint'),
    options: async (words) => {
      const answer = await commands.increments()
      const chapters = answer.status === 'ok' ? answer.data.chapters : []
      const sprints = chapters.flatMap(({ sprint }): Option[] =>
        sprint ? [{ id: sprint.id, label: sprint.name, run: () => run(sprint.id) }] : [],
      )
      return matching(words, sprints)
    },
  })
}

export const learnActions = {
  increments: {
    label: () => text('learn-increments-open'),
    keys: ['I'],
    onMap: true,
    when: hasMap,
    run: () => sheets.show({ is: 'increments' }),
  },
  recordIncrement: {
    label: () => text(meant().items.length > 0 ? 'learn-record-these' : 'learn-record'),
    keys: ['Shift+I'],
    when: () => canEdit() && (spotMeant()?.on !== 'card' || meant().items.length > 0),
    run: () => learning.ask({ is: 'record', wanted: wanted() }),
  },
  noteFeedback: {
    label: () => text('learn-note'),
    keys: ['Shift+F'],
    when: () => canEdit() && meant().items.length === 1,
    run: () => {
      const [item] = meant().items
      if (item) learning.ask({ is: 'feedback', of: { name: called(cardsMeant()), item } })
    },
  },
  endSprint: {
    label: () => text('learn-end-sprint'),
    keys: [],
    when: () => canEdit() && (band('sprints') !== null || spotMeant()?.on !== 'head'),
    run: () =>
      withSprint(text('learn-end-sprint'), (sprint) => learning.ask({ is: 'sprint-ends', sprint })),
  },
  pulling: {
    label: () => text('learn-pulling'),
    keys: [],
    when: () => hasMap() && (band('sprints') !== null || spotMeant()?.on !== 'head'),
    run: () =>
      withSprint(text('learn-pulling'), (sprint) => sheets.show({ is: 'pulling', sprint })),
  },
} satisfies Record<string, Action>

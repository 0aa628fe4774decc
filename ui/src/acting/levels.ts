/** Any card becomes any level: a step a PBI, a PBI a task, a task an activity. */
import type { Level } from '../bindings'
import { canEdit, spotMeant } from '../conditions'
import { visit } from '../map/keyboard'
import { activityName } from '../map/looks'
import { selection } from '../map/selection.svelte'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { tellOf } from '../undoing'
import { called, cardsMeant, meant } from './meant'
import { pbisFor } from './pbis'
import { type Option, picker } from './picker.svelte'
import { stepsMeant } from './steps'

/** What is meant: its rows, which level they are, and how they are called. */
export interface Rows {
  readonly rows: string[]
  readonly levels: ReadonlySet<Level>
  readonly name: string
}

/** The rows that would become another level; `null`: nothing there can. */
export function rowsMeant(): Rows | null {
  const spot = canEdit() ? spotMeant() : null
  const cards = cardsMeant()
  if (cards.length > 0) {
    const { items, tasks } = meant()
    const notes = cards.filter((card) => openMap.faces.get(card)?.kind === 'note')
    const levels = new Set<Level>()
    if (tasks.length > 0) levels.add('task')
    if (notes.length > 0) levels.add('note')
    if (items.length > notes.length) levels.add('item')
    return { rows: [...items, ...tasks], levels, name: called(cards) }
  }
  switch (spot?.on) {
    case 'step': {
      const steps = stepsMeant()
      const column = openMap.frame?.backbone.columns.find((at) => at.step === steps[0])
      const name = column?.title ?? text('window-step-untitled')
      return {
        rows: steps,
        levels: new Set(['step']),
        name: text('act-called', { name, more: steps.length - 1 }),
      }
    }
    case 'activity':
      return { rows: [spot.id], levels: new Set(['activity']), name: quoted(activityName(spot.id)) }
    case 'goal': {
      const bar = openMap.frame?.backbone.goals.find(({ goal }) => goal === spot.id)
      return { rows: [spot.id], levels: new Set(['goal']), name: quoted(bar?.title ?? '') }
    }
    default:
      return null
  }
}

const quoted = (name: string) => text('act-called', { name, more: 0 })

/** Whether anything meant could become a level that it is not. */
export function canBecome(to: Level): boolean {
  const levels = rowsMeant()?.levels
  return !!levels && !(levels.size === 1 && levels.has(to))
}

/** Makes what is meant another level; tasks go below `item`. */
export async function become(to: Level, item: string | null = null): Promise<void> {
  const meant = rowsMeant()
  if (meant) await makeLevel(meant, to, item)
}

async function makeLevel({ rows, name }: Rows, to: Level, item: string | null): Promise<void> {
  const answer = await openMap.editAndShow({ type: 'convert', rows, to, item })
  const [first] = rows
  if (!answer || !first) return
  selection.clear()
  visit(spotOfLevel(to, first, item))
  if (answer.change !== null) tellOf(text('act-became', { name, level: text(`level-${to}`) }))
}

function spotOfLevel(to: Level, id: string, item: string | null): Spot {
  if (to === 'goal' || to === 'activity' || to === 'step') return { on: to, id }
  return { on: 'card', id: to === 'task' && item ? item : id }
}

/** Asks of which PBI it is to be a task. */
export function askPbi(): void {
  const meant = rowsMeant()
  if (!meant) return
  const below = (item: string | null) => makeLevelOrMove(meant, item)
  const loose: Option = { id: 'loose', label: text('act-task-loose'), run: () => below(null) }
  picker.ask({
    label: text('act-task-of', { name: meant.name }),
    placeholder: text('act-task-placeholder'),
    nothing: text('act-task-nothing'),
    options: async (words) => {
      const items = await pbisFor(words, meant.rows)
      return [
        ...items.map(({ id, title, aside }) => ({ id, label: title, aside, run: () => below(id) })),
        ...(words.trim() ? [] : [loose]),
      ]
    },
  })
}

/** A task that goes below another PBI is a task still. */
async function makeLevelOrMove(meant: Rows, item: string | null): Promise<void> {
  const tasks = meant.levels.size === 1 && meant.levels.has('task')
  if (!tasks) {
    await makeLevel(meant, 'task', item)
    return
  }
  const answer = await openMap.editAndShow({ type: 'moveTasks', tasks: meant.rows, item })
  if (answer?.change == null) return
  const title = (item && openMap.faces.get(item)?.title) ?? ''
  tellOf(
    item ? text('window-moved-below', { title }) : text('act-task-loose-now', { name: meant.name }),
  )
  const [first = ''] = meant.rows
  visit({ on: 'card', id: item ?? first })
}

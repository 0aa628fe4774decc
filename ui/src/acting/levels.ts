/** Any card becomes any level: a step a PBI, a PBI a task, a task an activity. */
import { commands, type Hit, type Level } from '../bindings'
import { canEdit, spotMeant } from '../conditions'
import { visit } from '../map/keyboard'
import { stepIn } from '../map/keys'
import { activityName } from '../map/looks'
import { selection } from '../map/selection.svelte'
import type { Spot } from '../map/spots'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { tellOf } from '../undoing'
import { called, cardsMeant, meant } from './meant'
import { type Option, picker } from './picker.svelte'
import { stepsMeant } from './steps'

/** So many PBIs are offered; more words find fewer. */
const OFFERED = 12

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
      const found = words.trim() ? await searched(words) : near(meant.rows)
      const items = found.filter(({ id }) => !meant.rows.includes(id))
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

interface Pbi {
  readonly id: string
  readonly title: string
  readonly aside: string
}

async function searched(words: string): Promise<Pbi[]> {
  const answer = await commands.find(words, OFFERED)
  const hits = answer.status === 'ok' ? answer.data.hits : []
  return hits.filter(({ row }) => row.of === 'item').map(pbi)
}

function pbi({ row, name, stands }: Hit): Pbi {
  const step = stands?.list.type === 'cell' ? stands.list.step : null
  return { id: row.id, title: name.map(({ text }) => text).join(''), aside: stepTitle(step) }
}

function stepTitle(step: string | null): string {
  return openMap.frame?.backbone.columns.find((at) => at.step === step)?.title ?? ''
}

/** The PBIs in the step of what is meant, those of its own band first; else the first ones of the map. */
function near(rows: readonly string[]): Pbi[] {
  const list = openMap.listOf.get(rows[0] ?? '')
  const step = stepIn(list)
  const ofStep = [...openMap.lists].filter(([key]) => step !== null && stepIn(key) === step)
  const lists = ofStep.length > 0 ? ofStep : [...openMap.lists]
  lists.sort(([one], [other]) => Number(other === list) - Number(one === list))
  return lists
    .flatMap(([key, cards]) => cards.map((id) => ({ id, key, face: openMap.faces.get(id) })))
    .flatMap(({ id, key, face }) =>
      !face || face.isTask || face.reference
        ? []
        : [{ id, title: face.title, aside: stepTitle(stepIn(key)) }],
    )
    .slice(0, OFFERED)
}

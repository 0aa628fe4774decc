/** What an act asks before it is done: how many points, which tag, for whom, and where to. */
import { commands, type Edit } from '../bindings'
import { bandKey } from '../map/keys'
import { activityName } from '../map/looks'
import { move, moveToStep } from '../map/moves'
import { bandName, columnName } from '../map/names'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { tellOf } from '../undoing'
import { act, estimate } from './acts'
import { called, cardsMeant, itemFaces, meant } from './meant'
import { matching, type Option, picker } from './picker.svelte'

const POINTS = [1, 2, 3, 5, 8, 13]

/** How many points? */
export function askEstimate(): void {
  const name = called(cardsMeant())
  picker.ask({
    label: text('act-estimate-of', { name }),
    placeholder: text('act-estimate-placeholder'),
    nothing: text('act-estimate-nothing'),
    options: (words) => {
      const typed = Number(words.trim().replace(',', '.'))
      const own = words.trim() && Number.isFinite(typed) && typed >= 0 ? [points(typed)] : null
      if (own) return own
      if (words.trim()) return []
      return [...POINTS.map(points), none()]
    },
  })
}

function points(count: number): Option {
  const faces = itemFaces()
  return {
    id: `points-${count}`.replace('.', '-'),
    label: text('count-points', { count }),
    chosen: faces.every((face) => face.estimate === String(count)),
    run: () => estimate(count),
  }
}

function none(): Option {
  const chosen = itemFaces().every((face) => face.estimate === null)
  return { id: 'none', label: text('act-no-estimate'), chosen, run: () => estimate(null) }
}

/** Which tags? Each goes on all that is meant, or off them where all have it. */
export function askTags(): void {
  const { items, cards } = meant()
  const name = called(cards)
  const toggle = (tag: string, off: boolean) => {
    const edit: Edit = off ? { type: 'untagItems', items, tag } : { type: 'tagItems', items, tag }
    return act(edit, () => text(off ? 'act-untagged' : 'act-tagged', { name, tag }))
  }
  picker.ask({
    label: text('act-tags-of', { name }),
    placeholder: text('act-tags-placeholder'),
    nothing: text('act-tags-nothing'),
    stays: true,
    options: async (words) => {
      const answer = await commands.borne(items)
      const tags = answer.status === 'ok' ? answer.data.tags : []
      const known = tags.map((tag, index): Option => {
        const all = tag.on === items.length
        return {
          id: `tag-${index}`,
          label: tag.name,
          chosen: all,
          ...(all || tag.on === 0 ? {} : { aside: onSome(tag.on, items.length) }),
          run: () => toggle(tag.name, all),
        }
      })
      return withNew(words, known, (tag) => ({
        label: text('act-new-tag', { tag }),
        run: () => toggle(tag, false),
      }))
    },
  })
}

/** For whom? */
export function askPersonas(): void {
  const { items, cards } = meant()
  const name = called(cards)
  const give = async (persona: string, who: string, off: boolean) => {
    const edit: Edit = { type: off ? 'takePersona' : 'givePersona', items, persona }
    await act(edit, () => text(off ? 'act-not-for' : 'act-for', { name, who }))
  }
  picker.ask({
    label: text('act-personas-of', { name }),
    placeholder: text('act-personas-placeholder'),
    nothing: text('act-personas-nothing'),
    stays: true,
    options: (words) => {
      const faces = cards
        .flatMap((card) => openMap.faces.get(card) ?? [])
        .filter((it) => !it.isTask)
      const known = (openMap.frame?.personas ?? []).map((persona): Option => {
        const on = faces.filter(({ personas }) => personas.includes(persona.id)).length
        const all = on === faces.length
        return {
          id: `persona-${persona.id}`,
          label: persona.name,
          chosen: all,
          ...(all || on === 0 ? {} : { aside: onSome(on, faces.length) }),
          run: () => give(persona.id, persona.name, all),
        }
      })
      return withNew(words, known, (who) => ({
        label: text('act-new-persona-named', { who }),
        run: async () => {
          const answer = await openMap.editAndShow({ type: 'addPersona', name: who })
          const [id] = answer?.created ?? []
          if (id) await give(id, who, false)
        },
      }))
    },
  })
}

/** A persona that does not exist yet. */
export function askNewPersona(): void {
  picker.ask({
    label: text('act-new-persona'),
    placeholder: text('act-new-persona-placeholder'),
    nothing: text('act-new-persona-what'),
    options: (words) => {
      const who = words.trim()
      if (!who) return []
      const run = () =>
        act({ type: 'addPersona', name: who }, () => text('act-persona-made', { who }))
      return [{ id: 'new', label: text('act-new-persona-named', { who }), run }]
    },
  })
}

/** Which persona goes? What was for it stays. */
export function askPersonaToRemove(): void {
  picker.ask({
    label: text('act-remove-persona-which'),
    placeholder: text('act-personas-placeholder-known'),
    nothing: text('act-personas-none'),
    options: (words) =>
      matching(
        words,
        (openMap.frame?.personas ?? []).map(({ id, name }) => ({
          id: `persona-${id}`,
          label: name,
          run: async () => {
            const answer = await openMap.editAndShow({ type: 'removePersona', persona: id })
            if (answer?.change != null) tellOf(text('act-removed-persona', { name }))
          },
        })),
      ),
  })
}

function onSome(some: number, all: number): string {
  return text('act-on-some', { some, all })
}

/** The answers that have the words, and behind them the one that is made of the words. */
function withNew(
  words: string,
  known: readonly Option[],
  make: (words: string) => Omit<Option, 'id'>,
): Option[] {
  const asked = words.trim()
  const there = known.some(({ label }) => label.toLowerCase() === asked.toLowerCase())
  const found = matching(words, known)
  return asked && !there ? [...found, { id: 'new', ...make(asked) }] : found
}

/** Where to: a band (each keeps its step), a step (each keeps its band), or the tray. */
export function askPlace(): void {
  const cards = cardsMeant()
  const { backbone, bands = [] } = openMap.frame ?? {}
  const toBands = bands
    .filter(({ band }) => band.type !== 'earlier')
    .map((scene): Option => {
      const { band, name } = scene
      const target = {
        on: 'cell',
        band,
        step: null,
        index: Number.POSITIVE_INFINITY,
        head: true,
      } as const
      return {
        id: `band-${bandKey(band)}`,
        label: name || bandName(scene),
        aside: band.type === 'later' ? '' : text(`noun-${band.type}`),
        run: () => move(cards, target, 'keep'),
      }
    })
  const toSteps = (backbone?.columns ?? []).flatMap((column, at): Option[] => {
    const { step } = column
    if (!step) return []
    const over = backbone?.activities.find(({ first, count }) => at >= first && at < first + count)
    return [
      {
        id: `step-${step}`,
        label: column.title ?? columnName(column),
        aside: over ? activityName(over.activity) : '',
        run: () => moveToStep(cards, step),
      },
    ]
  })
  const tray: Option = {
    id: 'tray',
    label: text('window-tray'),
    run: () => move(cards, { on: 'tray' }),
  }
  picker.ask({
    label: text('act-move-what', { name: called(cards) }),
    placeholder: text('act-move-placeholder'),
    nothing: text('act-move-nothing'),
    options: (words) => matching(words, [...toBands, ...toSteps, tray]),
  })
}

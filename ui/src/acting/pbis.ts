/** Which PBIs are offered where one is asked for: near what is meant at first, then by their words. */
import { commands, type Hit } from '../bindings'
import { stepIn } from '../map/keys'
import { openMap } from '../openMap.svelte'

/** So many are offered; more words find fewer. */
const OFFERED = 12

/** Those that have the words, without words those near `rows`; never one of `rows` itself. */
export async function pbisFor(words: string, rows: readonly string[]): Promise<Pbi[]> {
  const found = words.trim() ? await searched(words) : near(rows)
  return found.filter(({ id }) => !rows.includes(id))
}

/** One that is offered, and in which step it stands. */
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

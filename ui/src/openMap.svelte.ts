/** The map that this window shows, and the ways to change it. */
import {
  type Answer,
  type Backbone,
  type BandScene,
  type CardId,
  commands,
  type Edit,
  type Face,
  type List,
  type ListPatch,
  type Metrics,
  type PersonaDisc,
  type Preview,
  type ReadOnly,
  type Refusal,
  type Rest,
  type Scene,
  type SceneUpdate,
  type Totals,
  type Update,
  type View,
} from './bindings'
import { bandKey, listKey } from './map/keys'
import { channel } from './shell'

/** Of a scene, what is not a card. */
export interface Frame {
  readonly metrics: Metrics
  readonly view: View
  readonly backbone: Backbone
  readonly bands: readonly BandScene[]
  readonly personas: readonly PersonaDisc[]
  readonly totals: Totals
}

type Patch = Extract<SceneUpdate, { type: 'patch' }>

/** What a refused command gives; why was said already. */
const REFUSED = Symbol('refused')

/** What a window wants to see of a map at first. */
export const VIEW: View = {
  lens: 'team',
  bandsBy: 'slices',
  planShown: false,
  acrossOpen: false,
  earlierOpen: false,
  laterOpen: false,
  collapsedActivities: [],
  collapsedSteps: [],
  foldedBands: [],
}

const NO_CARDS: readonly CardId[] = []

/**
 * What this window shows of its open map. It changes in one way only: an {@link Update} on its
 * channel. All data are replaced, never mutated: they come from the core, and proxies would only cost.
 */
export class OpenMap {
  /** `waiting`: not known yet; `none`: this window has no map. */
  state = $state<'waiting' | 'none' | 'open'>('waiting')
  title = $state('')
  frame = $state.raw<Frame | null>(null)
  lists = $state.raw<ReadonlyMap<string, readonly CardId[]>>(new Map())
  /** What is behind the cards of lists that are cut short. */
  rests = $state.raw<ReadonlyMap<string, Rest>>(new Map())
  faces = $state.raw<ReadonlyMap<CardId, Face>>(new Map())
  /** What undo would take back, and redo bring back; `null`: nothing. */
  undoes = $state<string | null>(null)
  redoes = $state<string | null>(null)
  readOnly = $state<ReadOnly | null>(null)
  /** How many edits wait for their answer. */
  saving = $state(0)
  /** Counts the updates. */
  revision = $state(0)

  /** The list in which each card stands. */
  readonly listOf: ReadonlyMap<CardId, string> = $derived.by(() => {
    const found = new Map<CardId, string>()
    for (const [key, cards] of this.lists) for (const card of cards) found.set(card, key)
    return found
  })

  /** Told of every refusal; set once by whoever shows them. */
  onrefused: (refusal: Refusal) => void = () => {}

  #view = $state.raw(VIEW)
  #last: Promise<unknown> = Promise.resolve()
  #waiting: (() => void)[] = []

  /** What this window asked to see last; the scene follows. */
  get view(): View {
    return this.#view
  }

  /** Starts to follow this window's map, if it has one. */
  async watch(): Promise<void> {
    const answer = await commands.watch(
      this.#view,
      channel<Update>((update) => this.apply(update)),
    )
    if (answer.status === 'error') this.onrefused(answer.error)
    if (answer.status === 'error' || !answer.data) this.state = 'none'
  }

  /** Another view of the same map; the scene follows. */
  look(view: Partial<View>): void {
    this.#view = { ...this.#view, ...view }
    void this.#inTurn(() => commands.look(this.#view))
  }

  /** As {@link look}, and waits until it is seen. */
  async lookAndShow(view: Partial<View>): Promise<void> {
    const shown = new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.look(view)
    await shown
  }

  /** What an edit would make of the bands, without making it; `null` where it would be refused. */
  async preview(edit: Edit): Promise<Preview | null> {
    const answer = await commands.preview(edit)
    return answer.status === 'ok' ? answer.data : null
  }

  /** One edit at a time, in the order of the hands; what it changed arrives by {@link apply}. */
  async edit(edit: Edit): Promise<Answer | null> {
    const answer = await this.#inTurn(() => commands.edit(edit))
    return answer === REFUSED ? null : answer
  }

  /** As {@link edit}, and waits until what it changed is shown. */
  async editAndShow(edit: Edit): Promise<Answer | null> {
    const shown = new Promise<void>((resolve) => this.#waiting.push(resolve))
    const answer = await this.edit(edit)
    if (answer?.change != null) await shown
    return answer
  }

  /** Says whether something was taken back. */
  async undo(): Promise<boolean> {
    return (await this.#inTurn(() => commands.undo())) !== REFUSED
  }

  /** Says whether something was brought back. */
  async redo(): Promise<boolean> {
    return (await this.#inTurn(() => commands.redo())) !== REFUSED
  }

  /** The cards of a list, from above. */
  cards(list: string): readonly CardId[] {
    return this.lists.get(list) ?? NO_CARDS
  }

  apply(update: Update): void {
    if (!this.#applyScene(update)) {
      // One was missed: ask for the whole.
      this.look({})
      return
    }
    this.revision = update.revision
    this.title = update.title
    this.undoes = update.undo
    this.redoes = update.redo
    this.readOnly = update.readOnly
    this.state = 'open'
    for (const shown of this.#waiting.splice(0)) shown()
  }

  #applyScene({ revision, scene }: Update): boolean {
    if (scene.type === 'whole') {
      this.#show(scene.scene)
      return true
    }
    if (!this.frame || revision !== this.revision + 1) return false
    this.#patch(this.frame, scene)
    return true
  }

  #show({ view, metrics, backbone, personas, bands, lists, faces, totals }: Scene): void {
    this.#view = view
    this.frame = { view, metrics, backbone, personas, bands, totals }
    this.lists = new Map(lists.map(({ key, cards }: List) => [listKey(key), cards]))
    this.rests = new Map(
      lists.flatMap(({ key, rest }) => (rest ? [[listKey(key), rest] as const] : [])),
    )
    this.faces = new Map(Object.entries(faces))
  }

  #patch(frame: Frame, patch: Patch): void {
    const { totals } = patch
    const backbone = patch.backbone ?? frame.backbone
    const personas = patch.personas ?? frame.personas
    const bands = replaceBands(frame.bands, patch)
    this.frame = { ...frame, backbone, personas, bands, totals }
    if (patch.lists.length > 0) {
      const lists = new Map(this.lists)
      const rests = new Map(this.rests)
      for (const change of patch.lists) {
        splice(lists, change)
        if (change.rest) rests.set(listKey(change.key), change.rest)
        else rests.delete(listKey(change.key))
      }
      this.lists = lists
      this.rests = rests
    }
    const faces = new Map(this.faces)
    for (const card of patch.gone) faces.delete(card)
    for (const [card, face] of Object.entries(patch.faces)) faces.set(card, face)
    this.faces = faces
  }

  async #inTurn<T>(
    job: () => Promise<{ status: 'ok'; data: T } | { status: 'error'; error: Refusal }>,
  ): Promise<T | typeof REFUSED> {
    const before = this.#last
    const turn = (async () => {
      await before
      return job()
    })()
    this.#last = turn.catch(() => {})
    this.saving++
    try {
      const answer = await turn
      if (answer.status === 'ok') return answer.data
      this.onrefused(answer.error)
      return REFUSED
    } finally {
      this.saving--
    }
  }
}

function splice(
  lists: Map<string, readonly CardId[]>,
  { key, at, removed, added }: ListPatch,
): void {
  const name = listKey(key)
  const cards = (lists.get(name) ?? []).toSpliced(at, removed, ...added)
  if (cards.length > 0) lists.set(name, cards)
  else lists.delete(name)
}

/** Bands that are new or different take their place; `order` says which are there at all. */
function replaceBands(bands: readonly BandScene[], patch: Patch): readonly BandScene[] {
  if (!patch.order && patch.bands.length === 0) return bands
  const known = new Map([...bands, ...patch.bands].map((scene) => [bandKey(scene.band), scene]))
  const order = patch.order ?? bands.map((scene) => scene.band)
  return order.flatMap((band) => known.get(bandKey(band)) ?? [])
}

/** The one of this window. */
export const openMap = new OpenMap()

/** Moving cards, by hand or by key: the edit, where the focus goes, and what is said of it. */
import { announcer } from '../announcer.svelte'
import type { CardId, Edit, StepId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { type CellTarget, type How, letGo, type Target } from './drop'
import { removeCards, together } from './gestures'
import { bandKey, cellKey, stepIn } from './keys'
import { activityName } from './looks'
import { bandName, cardName, cellName, columnName } from './names'
import { reorder } from './order'
import { inOrder } from './picking'
import { reveal } from './reveal'
import { selection } from './selection.svelte'
import type { Spot } from './spots'
import { viewport } from './viewport.svelte'
import { type Direction, positionOf } from './walk'

const face = (card: CardId) => openMap.faces.get(card)

/** The edit of letting cards go at a target; `null`: there is none. `also`: what moves at the same time. */
export function moving(
  cards: readonly CardId[],
  target: Target,
  how: How = 'move',
  also: ReadonlySet<CardId> = new Set(),
): Edit | null {
  const { terrain } = viewport
  const list = target.on === 'cell' ? cellKey(bandKey(target.band), target.step) : null
  const rest = list === null ? undefined : openMap.rests.get(list)
  return letGo(terrain ? inOrder(cards, terrain) : cards, target, how, {
    // Behind the cards that are shown comes the first of those that are not.
    there: list === null ? [] : [...openMap.cards(list), ...(rest ? [rest.first] : [])],
    also,
    face,
    stepOf: (card) => stepIn(openMap.listOf.get(card)),
    by: openMap.view.bandsBy,
  })
}

/** Lets cards go at a target. */
export async function move(
  cards: readonly CardId[],
  target: Target,
  how: How = 'move',
): Promise<void> {
  const edit = moving(cards, target, how)
  const answer = edit && (await openMap.editAndShow(edit))
  const [first] = cards
  if (!first) return
  selection.go({ on: 'card', id: target.on === 'item' ? target.card : first })
  if (answer?.change != null) announcer.say(moved(first, target, how))
}

function moved(card: CardId, target: Target, how: How): string {
  if (target.on === 'item') {
    return text('window-moved-below', { title: face(target.card)?.title ?? '' })
  }
  if (how === 'refer' && target.on === 'cell') {
    const column = openMap.frame?.backbone.columns.find(({ step }) => step === target.step)
    return text('window-referred', { step: columnName(column) })
  }
  return text('window-moved', { where: whereabouts(card) })
}

/** Removes cards; the focus goes to what comes to lie in their place. */
export async function remove(cards: readonly CardId[]): Promise<boolean> {
  const edit = removeCards(cards, face)
  const answer = edit && (await openMap.editAndShow(edit))
  void selection.settle()
  return answer?.change != null
}

/** Moves cards one place further: several keep to each other as they lie. */
export async function nudge(cards: readonly CardId[], direction: Direction): Promise<void> {
  if (cards.length > 1) {
    const targets = besideEach(cards, direction)
    if (targets) await moveEach(cards, (card) => targets.get(card) ?? null)
    return
  }
  const target = beside(cards, direction)
  if (!target) return
  await move(cards, target)
  if (selection.spot) reveal(selection.spot)
}

/** Moves cards to a step, each in its own band; those of the tray into Later. */
export async function moveToStep(cards: readonly CardId[], step: StepId): Promise<void> {
  const bands = openMap.frame?.bands ?? []
  await moveEach(cards, (card) => {
    const [key] = openMap.listOf.get(card)?.split('/') ?? []
    const scene = bands.find(({ band }) => bandKey(band) === key) ?? bands.at(-1)
    return scene
      ? { on: 'cell', band: scene.band, step, index: Number.POSITIVE_INFINITY, head: false }
      : null
  })
}

/** Moves each card to a target of its own, as one change. */
async function moveEach(
  cards: readonly CardId[],
  targetOf: (card: CardId) => CellTarget | null,
): Promise<void> {
  const groups = new Map<string, { target: CellTarget; cards: CardId[] }>()
  for (const card of viewport.terrain ? inOrder(cards, viewport.terrain) : cards) {
    const target = targetOf(card)
    if (!target) continue
    const key = cellKey(bandKey(target.band), target.step)
    const group = groups.get(key) ?? { target, cards: [] }
    group.cards.push(card)
    groups.set(key, group)
  }
  const edits = [...groups.values()].flatMap(({ target, cards: some }) => {
    const edit = moving(some, target, 'move', new Set(cards))
    return edit?.type === 'together' ? edit.edits : (edit ?? [])
  })
  const edit = together(edits)
  const answer = edit && (await openMap.editAndShow(edit))
  const { spot } = selection
  const [first] = cards
  const held = spot?.on === 'card' && cards.includes(spot.id) ? spot.id : first
  if (!held) return
  selection.go({ on: 'card', id: held })
  reveal({ on: 'card', id: held })
  if (answer?.change == null) return
  const where = whereabouts(held)
  announcer.say(
    cards.length > 1
      ? text('window-moved-many', { count: cards.length, where })
      : text('window-moved', { where }),
  )
}

/** Moves a slice, an activity, a step or a goal one place further. */
export async function shift(spot: Spot, direction: Direction): Promise<void> {
  const edit = openMap.frame && reorder(spot, direction, openMap.frame)
  if (edit) await rearrange(spot, edit)
}

/** Moves a slice, an activity or a step by an edit; the focus goes with it. */
export async function rearrange(spot: Spot, edit: Edit): Promise<void> {
  const answer = await openMap.editAndShow(edit)
  reveal(spot)
  selection.go(spot)
  if (answer?.change != null) announcer.say(text('window-moved', { where: placeOf(spot) }))
}

/** "step Pay, activity Check out, 2 of 3", as it stands now. */
function placeOf(spot: Spot): string {
  const { backbone, bands } = openMap.frame ?? {}
  if (!backbone || !bands) return ''
  if (spot.on === 'activity') {
    const at = backbone.activities.findIndex(({ activity }) => activity === spot.id)
    const title = activityName(spot.id)
    return inOrderOf(text('window-activity-name', { title }), at, backbone.activities.length)
  }
  if (spot.on === 'step') {
    const at = backbone.columns.findIndex(({ step }) => step === spot.id)
    const block = backbone.activities.find(({ first, count }) => at >= first && at < first + count)
    if (!block) return ''
    const title = activityName(block.activity)
    const name = `${columnName(backbone.columns[at])}, ${text('window-activity-name', { title })}`
    return inOrderOf(name, at - block.first, block.count)
  }
  if (spot.on === 'goal') {
    const at = backbone.goals.findIndex(({ goal }) => goal === spot.id)
    const title = backbone.goals[at]?.title ?? ''
    return inOrderOf(text('window-goal-name', { title }), at, backbone.goals.length)
  }
  const ordered = bands.filter(({ band }) => band.type === 'slice' || band.type === 'sprint')
  const at = ordered.findIndex(({ band }) => spot.on === 'head' && bandKey(band) === spot.band)
  const scene = ordered[at]
  return scene ? inOrderOf(bandName(scene), at, ordered.length) : ''
}

function inOrderOf(name: string, at: number, size: number): string {
  return `${name}, ${text('window-of-so-many', { position: at + 1, size })}`
}

function beside(cards: readonly CardId[], direction: Direction): CellTarget | null {
  const { terrain } = viewport
  const [first] = cards
  const at = terrain && first ? positionOf({ on: 'card', id: first }, terrain) : null
  if (!terrain || !at) return null
  const { grid } = terrain
  const down = direction === 'down' ? 1 : direction === 'up' ? -1 : 0
  const right = direction === 'right' ? 1 : direction === 'left' ? -1 : 0
  const list = openMap.cards(
    cellKey(grid.bands[at.row]?.key ?? '', grid.columns[at.column]?.id ?? null),
  )
  const inCell =
    down !== 0 && cards.length === 1 && at.card + down >= 0 && at.card + down < list.length
  const row = inCell ? at.row : at.row + down
  let to = at.column + right
  while (grid.columns[to]?.width === 0) to += right
  const column = grid.columns[to]
  const band = grid.bands[row]
  if (!band || !column || band.band.type === 'earlier') return null
  // One further down in the same cell is in front of the card after the next.
  const index = inCell
    ? at.card + (down > 0 ? 2 : -1)
    : down < 0
      ? Number.POSITIVE_INFINITY
      : down > 0
        ? 0
        : at.card
  return { on: 'cell', band: band.band, step: column.id, index, head: false }
}

/**
 * Where each of several cards goes, one place further: inside their cell, if they lie there together, else
 * each into the next cell. `null`: one of them would leave the map, so none moves.
 */
function besideEach(
  cards: readonly CardId[],
  direction: Direction,
): Map<CardId, CellTarget> | null {
  const { terrain } = viewport
  if (!terrain) return null
  const { grid } = terrain
  const at = cards.map((card) => ({ card, at: positionOf({ on: 'card', id: card }, terrain) }))
  const upright = direction === 'up' || direction === 'down'
  const by = direction === 'up' || direction === 'left' ? -1 : 1
  const targets = new Map<CardId, CellTarget>()
  const inCell = upright ? blockInCell(cards, by) : null
  for (const { card, at: place } of at) {
    if (!place) return null
    const row = upright && inCell === null ? place.row + by : place.row
    let column = upright ? place.column : place.column + by
    while (grid.columns[column]?.width === 0) column += by
    const band = grid.bands[row]
    const to = grid.columns[column]
    if (!band || !to || band.band.type === 'earlier') return null
    const next = upright ? (by > 0 ? 0 : Number.POSITIVE_INFINITY) : place.card
    targets.set(card, {
      on: 'cell',
      band: band.band,
      step: to.id,
      index: inCell ?? next,
      head: false,
    })
  }
  return targets
}

/** In front of which card of their cell several cards come that lie there side by side; `null`: they leave it. */
function blockInCell(cards: readonly CardId[], by: number): number | null {
  const [list] = cards.map((card) => openMap.listOf.get(card))
  if (list === undefined || cards.some((card) => openMap.listOf.get(card) !== list)) return null
  const all = openMap.cards(list)
  const rows = cards.map((card) => all.indexOf(card))
  const [first, last] = [Math.min(...rows), Math.max(...rows)]
  if (last - first + 1 !== cards.length) return null
  if (by < 0) return first > 0 ? first - 1 : null
  return last + 1 < all.length ? last + 2 : null
}

/** "Pay by card, step Pay, slice Rush hour, 2 of 3", as it stands now. */
function whereabouts(card: CardId): string {
  const { terrain } = viewport
  const shown = face(card)
  const at = terrain && positionOf({ on: 'card', id: card }, terrain)
  const scene = at && openMap.frame?.bands[at.row]
  if (!shown) return ''
  if (!at || !scene) return `${shown.title}, ${text('window-tray')}`
  const size = openMap.cards(openMap.listOf.get(card) ?? '').length
  return cardName(
    shown,
    cellName(openMap.frame?.backbone.columns[at.column], scene),
    at.card + 1,
    size,
  )
}

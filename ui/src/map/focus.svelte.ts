/**
 * Focus: one activity, one band or one persona is seen, the rest is dimmed and still there. It is of
 * this window and of the moment.
 */
import { announcer } from '../announcer.svelte'
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { bandKey } from './keys'
import { activityName } from './looks'
import { bandName } from './names'
import type { Spot } from './spots'

/** What the focus is on. */
export type FocusOn =
  | { readonly on: 'activity'; readonly id: string }
  | { readonly on: 'band'; readonly key: string }

class Focus {
  #wanted = $state.raw<FocusOn | null>(null)

  /** What it is on, as long as that is there. */
  readonly on: FocusOn | null = $derived.by(() => {
    const wanted = this.#wanted
    const { frame } = openMap
    if (!wanted || !frame) return null
    const there =
      wanted.on === 'activity'
        ? frame.backbone.activities.some(({ activity }) => activity === wanted.id)
        : frame.bands.some(({ band }) => bandKey(band) === wanted.key)
    return there ? wanted : null
  })

  /** What it is on, in words. */
  readonly name: string = $derived.by(() => {
    const { on } = this
    if (!on) return ''
    if (on.on === 'activity') return activityName(on.id)
    const scene = openMap.frame?.bands.find(({ band }) => bandKey(band) === on.key)
    return scene ? bandName(scene) : ''
  })

  /** From–to, without to, of the columns that are seen; `null`: all. */
  readonly #columns: readonly [number, number] | null = $derived.by(() => {
    const { on } = this
    if (on?.on !== 'activity') return null
    const block = openMap.frame?.backbone.activities.find(({ activity }) => activity === on.id)
    return block ? [block.first, block.first + block.count] : null
  })

  /** Whether a column is dimmed, by its index. */
  dimsColumn(index: number): boolean {
    return this.#columns !== null && (index < this.#columns[0] || index >= this.#columns[1])
  }

  /** Whether a band is dimmed. */
  dimsBand(key: string): boolean {
    return this.on?.on === 'band' && this.on.key !== key
  }

  /** Focuses what is on a spot; the same again, or what has nothing to focus, leaves. */
  toggle(spot: Spot): void {
    const next = onOf(spot)
    const same = JSON.stringify(next) === JSON.stringify(this.on)
    if (!next || same) this.leave()
    else this.#go(next)
  }

  #go(on: FocusOn): void {
    this.#wanted = on
    announcer.say(text('window-focused', { name: this.name }))
  }

  /** Shows all again; says whether there was a focus. */
  leave(): boolean {
    if (!this.on) return false
    this.#wanted = null
    announcer.say(text('window-unfocused'))
    return true
  }
}

function onOf(spot: Spot): FocusOn | null {
  switch (spot.on) {
    case 'activity':
      return { on: 'activity', id: spot.id }
    case 'step':
      return activityOver(spot.id)
    case 'head':
      return { on: 'band', key: spot.band }
    case 'cell':
      return spot.step === null ? { on: 'band', key: spot.band } : activityOver(spot.step)
    case 'card':
      return activityOfCard(spot.id)
    default:
      return null
  }
}

function activityOfCard(card: CardId): FocusOn | null {
  const [band = '', step] = openMap.listOf.get(card)?.split('/') ?? []
  if (step === undefined) return null
  return step === 'across' ? { on: 'band', key: band } : activityOver(step)
}

function activityOver(step: string): FocusOn | null {
  const { columns, activities } = openMap.frame?.backbone ?? { columns: [], activities: [] }
  const at = columns.findIndex((column) => column.step === step)
  const block = activities.find(({ first, count }) => at >= first && at < first + count)
  return block ? { on: 'activity', id: block.activity } : null
}

/** The one of this window. */
export const focus = new Focus()

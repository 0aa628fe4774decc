/** Which spot has the focus, and which cards are selected. */
import { tick } from 'svelte'
import { announcer } from '../announcer.svelte'
import type { CardId, StepId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { type Spot, spotKey } from './spots'
import { viewport } from './viewport.svelte'
import { isTray, type Position, positionOf, spotAt } from './walk'

class Selection {
  /** Whether the last thing that a hand touched was a key: then the ring is drawn. */
  byKeys = false
  #wanted = $state.raw<Spot | null>(null)
  /** Where the wanted spot was when it was wanted: the next best place once it is gone. */
  #position: Position | null = null
  /** The page's focus is to follow as soon as the spot's element is there. */
  #follow = false
  /** The page's focus has been on a spot: where it is lost by a redraw, it goes back. */
  #had = false

  /** Where the keyboard is, or would be if it came back to the map. */
  readonly spot: Spot | null = $derived.by(() => {
    const { terrain } = viewport
    const wanted = this.#wanted
    if (!terrain) return null
    if (wanted && this.#inTray(wanted)) return wanted
    const { columns, bands } = terrain.grid
    const there = wanted && positionOf(wanted, terrain)
    // What was folded away with its column is in the narrow cell that is left of it.
    const inColumn = wanted?.on === 'card' || wanted?.on === 'cell'
    const away = inColumn && there && columns[there.column]?.shut
    if (there) return away ? spotAt(there, terrain) : wanted
    const column = columns.findIndex(({ id }) => id !== null)
    const row = bands.findIndex(({ folded }) => !folded)
    const near = this.#position ?? { column, row, card: 0 }
    return spotAt(near, terrain) ?? { on: 'add-activity' }
  })
  readonly key = $derived(this.spot ? spotKey(this.spot) : '')
  /** The card that has the focus. */
  readonly card = $derived(this.spot?.on === 'card' ? this.spot.id : null)

  #picked = $state.raw<ReadonlySet<CardId>>(new Set())
  #anchor: CardId | null = null
  /** The selected cards that are still there. */
  readonly cards: ReadonlySet<CardId> = $derived.by(() => {
    const there = [...this.#picked].filter((card) => openMap.listOf.has(card))
    return there.length === this.#picked.size ? this.#picked : new Set(there)
  })

  #pickedSteps = $state.raw<ReadonlySet<StepId>>(new Set())
  /** The steps that were picked and are still there; cards and steps are never selected together. */
  readonly steps: ReadonlySet<StepId> = $derived.by(() => {
    const columns = openMap.frame?.backbone.columns ?? []
    const there = columns.flatMap(({ step }) => (step && this.#pickedSteps.has(step) ? [step] : []))
    return new Set(there)
  })

  /** The cards that an action is about: those selected, else the one that has the focus. */
  get meant(): CardId[] {
    if (this.cards.size > 0) return [...this.cards]
    return this.card ? [this.card] : []
  }

  /** Notes that the page's focus came to a spot by itself, by a click or Tab. */
  note(spot: Spot): void {
    this.#had = true
    if (spotKey(spot) !== this.key) this.#want(spot)
  }

  /** Moves the focus to a spot, which may come only with the next update. */
  go(spot: Spot): void {
    this.#want(spot)
    this.#follow = true
    void this.settle()
  }

  /** After anything was drawn anew: the focus goes where it is wanted, or back where it was lost. */
  async settle(): Promise<void> {
    await tick()
    const lost = this.#had && document.activeElement === document.body
    const element = this.spot && (this.#follow || lost) ? elementOf(this.spot) : null
    if (!element) return
    this.#follow = false
    // `focusVisible` is not in TypeScript's DOM yet.
    const how: FocusOptions & { focusVisible: boolean } = {
      preventScroll: true,
      focusVisible: this.byKeys,
    }
    element.focus(how)
  }

  /** The card from which Shift reaches: the last one that was picked by itself. */
  get anchor(): CardId | null {
    const anchor = this.#anchor
    return anchor !== null && openMap.listOf.has(anchor) ? anchor : this.card
  }

  /** Selects these cards and no others. */
  select(cards: Iterable<CardId>): void {
    this.#picked = new Set(cards)
    if (this.#pickedSteps.size > 0) this.#pickedSteps = new Set()
    this.#anchor = [...this.#picked].at(-1) ?? null
  }

  /** As {@link select}, and Shift goes on reaching from where it did. */
  extend(cards: Iterable<CardId>): void {
    this.#anchor = this.anchor
    this.#picked = new Set(cards)
  }

  /** Selects these steps and nothing else. */
  selectSteps(steps: Iterable<StepId>): void {
    this.select([])
    this.#pickedSteps = new Set(steps)
    announcer.say(text('window-selected-steps', { count: this.#pickedSteps.size }))
  }

  /** Selects a step too, or no more. */
  toggleStep(step: StepId): void {
    const steps = new Set(this.steps)
    // The one that has the focus is the first of several.
    if (steps.size === 0 && this.spot?.on === 'step') steps.add(this.spot.id)
    if (!steps.delete(step)) steps.add(step)
    this.selectSteps(steps)
  }

  toggle(card: CardId): void {
    const cards = new Set(this.cards)
    if (!cards.delete(card)) cards.add(card)
    this.select(cards)
  }

  clear(): void {
    if (this.#picked.size > 0 || this.#pickedSteps.size > 0) this.select([])
  }

  /** Says how many cards are selected, for those who do not see it. */
  say(): void {
    announcer.say(text('window-selected', { count: this.cards.size }))
  }

  #want(spot: Spot): void {
    this.#wanted = spot
    this.#position = viewport.terrain ? positionOf(spot, viewport.terrain) : null
  }

  #inTray(spot: Spot): boolean {
    return spot.on === 'card' && isTray(openMap.listOf.get(spot.id))
  }
}

/** The element of a spot, where it is drawn. */
export function elementOf(spot: Spot): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(spotKey(spot))}"]`)
}

/** The one of this window. */
export const selection = new Selection()

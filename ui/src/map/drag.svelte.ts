/** Dragging cards: what is in the hand, and where it would lie. */
import type { CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { type How, howBy, type Target } from './drop'
import { hold, type Point } from './hold'

/** What a drag asks of the map. */
export interface Ground {
  /** Where cards let go at this point would lie; `null`: nowhere. */
  targetAt(point: Point, cards: readonly CardId[]): Target | null
  /** The cards are held over a place; `null`: over none. */
  hover(cards: readonly CardId[], target: Target | null, how: How): void
  /** The hand let go where it pressed. */
  tap(): void
  /** The cards were let go. Done when they lie where they belong: there the one in the hand lands. */
  drop(cards: readonly CardId[], target: Target, how: How): Promise<void>
  /** Where the card in the hand comes to lie, in the window; `null`: out of sight. */
  landing(card: CardId): Point | null
  /** How long it takes to come there, in milliseconds. */
  settle(): Promise<void>
  /** They are where they were, and nothing happened. */
  cancel(): void
  /** The hand came near an edge: what lies beyond comes into the window. Says whether it moved. */
  pull(point: Point): boolean
}

export class Drag {
  /** The cards under way; the first one is the one in the hand. Empty while nothing is dragged. */
  cards = $state.raw<readonly CardId[]>([])
  /** Where the top left corner of the card in the hand is, in the window. */
  at = $state.raw<Point>({ x: 0, y: 0 })
  target = $state.raw<Target | null>(null)
  how = $state<How>('move')
  /** The hand has let go, and the cards are on their way to their places. */
  landing = $state(false)
  readonly active = $derived(this.cards.length > 0 && !this.landing)
  /** Whether it matters between which cards they are let go: tasks have no order on the map. */
  readonly ordered = $derived(
    this.how === 'move' && this.cards.some((card) => !openMap.faces.get(card)?.isTask),
  )
  readonly #under = $derived(new Set(this.cards))
  #count = 0

  /** The pointer was pressed on a card whose corner is at `corner`; `cards` would come along. */
  press(event: PointerEvent, corner: Point, cards: readonly CardId[], ground: Ground): void {
    this.#end()
    const grip = { x: event.clientX - corner.x, y: event.clientY - corner.y }
    hold(event, {
      tap: () => ground.tap(),
      move: (point, keys) => {
        this.cards = cards
        this.at = { x: point.x - grip.x, y: point.y - grip.y }
        this.target = ground.targetAt(point, cards)
        this.how = howBy(keys, this.target)
        ground.hover(cards, this.target, this.how)
      },
      drop: () => {
        const { target } = this
        if (target) void this.#land(target, ground)
        else this.#putBack(ground)
      },
      cancel: () => this.#putBack(ground),
      pull: (point) => ground.pull(point),
    })
  }

  /** Whether a card is under way. */
  has(card: CardId): boolean {
    return this.#under.has(card)
  }

  async #land(target: Target, ground: Ground): Promise<void> {
    const { cards, how } = this
    const [inHand] = cards
    const count = ++this.#count
    this.landing = true
    this.target = null
    await ground.drop(cards, target, how)
    const place = inHand ? ground.landing(inHand) : null
    // Meanwhile the hand may have taken hold of something else.
    if (count !== this.#count) return
    if (place) {
      this.at = place
      await ground.settle()
    }
    if (count === this.#count) this.#end()
  }

  #putBack(ground: Ground): void {
    this.#end()
    ground.cancel()
  }

  #end(): void {
    this.#count++
    this.cards = []
    this.target = null
    this.landing = false
  }
}

/** The one of this window. */
export const drag = new Drag()

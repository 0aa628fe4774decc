/** Which block the hand points at, while cards are too small to be read. */
import type { CardId } from '../bindings'
import { isOnMap, mapPoint } from './ground'
import { cardUnder } from './picking'
import { viewport } from './viewport.svelte'

class Pointing {
  card = $state.raw<CardId | null>(null)

  /** Follows the hand over a part of the window. */
  readonly follow = (root: HTMLElement): (() => void) => {
    const listening = new AbortController()
    const on = { signal: listening.signal }
    root.addEventListener('pointermove', (event) => this.#at(event), on)
    root.addEventListener('pointerleave', () => this.#leave(), on)
    root.addEventListener('pointerdown', () => this.#leave(), on)
    root.addEventListener('wheel', () => this.#leave(), { ...on, passive: true })
    return () => listening.abort()
  }

  #at({ clientX: x, clientY: y, buttons }: PointerEvent): void {
    const { terrain, overview } = viewport
    const looks = overview && terrain && buttons === 0 && isOnMap({ x, y })
    this.card = looks ? cardUnder(mapPoint({ x, y }), terrain) : null
  }

  #leave(): void {
    this.card = null
  }
}

/** The one of this window. */
export const pointing = new Pointing()

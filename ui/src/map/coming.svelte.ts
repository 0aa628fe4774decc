/**
 * What would come of letting go here: while cards rest over a place, the heads and the lines of the bands
 * say it already. Nothing is changed, and nothing is left over when the hand goes elsewhere.
 */
import type { BandScene, Edit, Preview } from '../bindings'
import { openMap } from '../openMap.svelte'
import { bandKey } from './keys'
import { timeOf } from './motion'

export class Coming {
  #bands = $state.raw<ReadonlyMap<string, BandScene>>(new Map())
  #place = ''
  #band = ''
  #timer = 0
  #asked = 0

  constructor(private readonly preview: (edit: Edit) => Promise<Preview | null>) {}

  /** A band as it would be; `undefined`: as it is. */
  of(band: string): BandScene | undefined {
    return this.#bands.get(band)
  }

  /**
   * Cards are held over a place of a band. `place` names all that the answer depends on: as long as it is
   * the same, nothing is asked again.
   */
  rest(band: string, place: string, edit: () => Edit | null): void {
    if (place === this.#place) return
    // Inside a band what was said stays until something else is known: it does not flicker.
    if (band !== this.#band) this.forget()
    this.#band = band
    this.#place = place
    const asked = ++this.#asked
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(edit(), asked), timeOf('--t-rest'))
  }

  /** The hand is elsewhere. */
  forget(): void {
    this.#asked++
    clearTimeout(this.#timer)
    this.#band = ''
    this.#place = ''
    if (this.#bands.size > 0) this.#bands = new Map()
  }

  async #ask(edit: Edit | null, asked: number): Promise<void> {
    const answer = edit && (await this.preview(edit))
    // An answer that comes late is about a place where the hand is no more.
    if (asked !== this.#asked) return
    this.#bands = new Map((answer?.bands ?? []).map((scene) => [bandKey(scene.band), scene]))
  }
}

/** The one of this window. */
export const coming = new Coming((edit) => openMap.preview(edit))

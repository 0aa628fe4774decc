/** Whether the whole map is drawn small beside the part of it that is in the window. */
import { announcer } from '../announcer.svelte'
import { text } from '../text'
import { viewport } from './viewport.svelte'

/** Nearer than this, the map around is better walked than drawn. */
const BELOW = 0.6

class Minimap {
  #wanted = $state(true)

  /** Whether the map is so far away that there is one. */
  readonly offered = $derived(viewport.zoom < BELOW)
  readonly shown = $derived(this.offered && this.#wanted)

  toggle(): void {
    this.#wanted = !this.#wanted
    announcer.say(text(this.#wanted ? 'window-minimap-shown' : 'window-minimap-hidden'))
  }
}

/** The one of this window. */
export const minimap = new Minimap()

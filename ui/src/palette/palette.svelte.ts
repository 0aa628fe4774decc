/** “Find or do”: whether it is open, what is asked for, and what the map has of it. */
import { commands, type Found } from '../bindings'
import { openMap } from '../openMap.svelte'
import { recent } from '../recent.svelte'

/** So many of the map's rows are shown; more words find fewer. */
const LIMIT = 12
const NOTHING: Found = { hits: [], total: 0 }

class Palette {
  isOpen = $state(false)
  words = $state('')
  /** What the map has of the words that were answered last. */
  found = $state.raw<Found>(NOTHING)
  #asked = 0

  /** Whether only actions are asked for. */
  readonly onlyActions = $derived(this.words.trimStart().startsWith('>'))

  open(words = ''): void {
    this.isOpen = true
    void recent.load()
    void this.ask(words)
  }

  close(): void {
    this.isOpen = false
  }

  /** Looks for words; an answer that a later question overtook is dropped. */
  async ask(words: string): Promise<void> {
    this.words = words
    const asked = ++this.#asked
    const answer =
      openMap.state === 'open' && words.trim() && !this.onlyActions
        ? await commands.find(words, LIMIT)
        : null
    if (asked === this.#asked) this.found = answer?.status === 'ok' ? answer.data : NOTHING
  }
}

/** The one of this window. */
export const palette = new Palette()

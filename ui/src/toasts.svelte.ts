/** Short news at the bottom of the window. */
import { announcer } from './announcer.svelte'

/** One piece of news. */
export interface Toast {
  readonly id: number
  readonly sentence: string
  /** `alert`: something did not happen; it stays until it is answered or shut. */
  readonly tone: 'news' | 'alert'
  readonly button?: { readonly label: string; readonly run: () => void }
}

/** How long news stays, in milliseconds (`--t-toast`). */
const STAY = 6000

class Toasts {
  shown = $state.raw<readonly Toast[]>([])
  #next = 1

  /** Says what happened. News are read aloud by the live region, alerts by themselves. */
  say(sentence: string, tone: Toast['tone'] = 'news', button?: Toast['button']): void {
    const id = this.#next++
    const others = this.shown.filter(
      (toast) => toast.tone === 'alert' && toast.sentence !== sentence,
    )
    this.shown = [...others, { id, sentence, tone, ...(button ? { button } : {}) }]
    if (tone === 'news') {
      announcer.say(sentence)
      setTimeout(() => this.shut(id), STAY)
    }
  }

  shut(id: number): void {
    this.shown = this.shown.filter((toast) => toast.id !== id)
  }
}

/** Those of this window. */
export const toasts = new Toasts()

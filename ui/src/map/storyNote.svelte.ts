/** The story of a card, as a note beside it: on Space, or where the pointer rests. */
import { type CardId, commands } from '../bindings'
import { subjectOf } from '../panel/subjects'
import { timeOf } from './motion'

interface Shown {
  readonly card: CardId
  readonly sentence: string
  readonly x: number
  readonly y: number
}

/** Of the note; the same as in the look. */
const WIDTH = 200
const GAP = 8

class StoryNote {
  shown = $state.raw<Shown | null>(null)
  #wanted: CardId | null = null
  #resting: ReturnType<typeof setTimeout> | undefined

  /** Shows the story of a card, or hides it. */
  toggle(card: CardId, silent: string): void {
    if (this.shown?.card === card) this.hide()
    else void this.#show(card, silent)
  }

  /** The pointer is over a card, or over none: a story comes once it rests. */
  rest(card: CardId | null): void {
    if (card === this.#wanted) return
    this.hide()
    this.#wanted = card
    if (card) this.#resting = setTimeout(() => void this.#show(card, ''), timeOf('--t-tip'))
  }

  hide(): void {
    clearTimeout(this.#resting)
    this.#wanted = null
    this.shown = null
  }

  /** `silent`: what it says of a card without a story; empty: then it does not come. */
  async #show(card: CardId, silent: string): Promise<void> {
    this.#wanted = card
    const subject = subjectOf({ on: 'card', id: card })
    const answer = subject && (await commands.details(subject))
    if (this.#wanted !== card || answer?.status !== 'ok' || answer.data?.of !== 'item') return
    const { lead, persona, verb, want, joint, benefit } = answer.data.is.story
    const parts = [
      persona && `${lead} ${persona}`,
      want && `${verb} ${want}`,
      benefit && `${joint} ${benefit}`,
    ]
    const sentence = parts.filter(Boolean).join(', ').trim() || silent
    const element = document.querySelector(`[data-card="${CSS.escape(card)}"]`)
    if (!sentence || !element) return
    const { left, right, top } = element.getBoundingClientRect()
    const x = right + GAP + WIDTH < innerWidth ? right + GAP : left - GAP - WIDTH
    this.shown = { card, sentence, x, y: top }
  }
}

/** The one of this window. */
export const storyNote = new StoryNote()

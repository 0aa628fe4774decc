/** What was noted on a walk, until the next one begins: where it went. The map itself has it. */
import type { SliceId } from '../bindings'

export interface Note {
  readonly as: 'card' | 'feedback'
  readonly words: string
}

class NotedOnTheWay {
  notes = $state.raw<readonly Note[]>([])
  #slice: SliceId | null = null

  begin(slice: SliceId): void {
    if (this.#slice === slice) return
    this.#slice = slice
    this.notes = []
  }

  add(note: Note): void {
    this.notes = [note, ...this.notes]
  }
}

/** The one of this window. */
export const noted = new NotedOnTheWay()

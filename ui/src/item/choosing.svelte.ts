/** A PBI is being looked for: where a task is to go, or below which one a PBI becomes a task. */
import type { ItemId } from '../bindings'

interface Wish {
  readonly label: string
  /** The one that cannot be it. */
  readonly not: ItemId
  readonly take: (item: ItemId) => unknown
}

class Choosing {
  wish = $state.raw<Wish | null>(null)

  ask(label: string, not: ItemId, take: (item: ItemId) => unknown): void {
    this.wish = { label, not, take }
  }

  choose(item: ItemId): void {
    const { wish } = this
    this.leave()
    void wish?.take(item)
  }

  leave(): void {
    this.wish = null
  }
}

/** The one of this window. */
export const choosing = new Choosing()

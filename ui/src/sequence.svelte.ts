/** Keys that are pressed one after the other: `K`, and then what it is to be. */
import { type Action, isPressed } from './action'
import { announcer } from './announcer.svelte'
import { text } from './text'

class Sequence {
  /** The key that was pressed first, while the second one is waited for. */
  first = $state<string | null>(null)

  /** The actions whose keys begin with the first one. */
  #open = $state.raw<readonly Action[]>([])

  /** What the next key can be: its key, and what it does. */
  readonly ways: readonly (readonly [string, Action])[] = $derived(
    this.#open.flatMap((action) => {
      const second = secondOf(action, this.first)
      return second ? [[second, action] as const] : []
    }),
  )

  /** Begins one of these actions, if the key does; says whether. */
  begin(event: KeyboardEvent, actions: readonly Action[]): boolean {
    const firsts = actions.flatMap(({ keys }) => keys.filter(isSequence).map(firstOf))
    const first = firsts.find((key) => isPressed(key, event))
    if (!first) return false
    this.first = first
    this.#open = actions
    announcer.say(
      this.ways.map(([key, { label }]) => text('act-way', { key, what: label() })).join(', '),
    )
    return true
  }

  /** The second key: does what it means, if it means anything. Says whether one was waited for. */
  go(event: KeyboardEvent): boolean {
    if (!this.first) return false
    // A modifier alone is not a key yet.
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return true
    const meant = this.ways.find(([key]) => isPressed(key, event))
    this.leave()
    void meant?.[1].run()
    return true
  }

  leave(): void {
    this.first = null
    this.#open = []
  }
}

const isSequence = (keys: string) => keys.includes(' ')
const firstOf = (keys: string) => keys.split(' ')[0] ?? ''

function secondOf({ keys }: Action, first: string | null): string | null {
  const meant = keys.find((key) => isSequence(key) && firstOf(key) === first)
  return meant?.split(' ')[1] ?? null
}

/** The one of this window. */
export const sequence = new Sequence()

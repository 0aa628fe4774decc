/** What the core answers to a question about the map, asked anew after each change. */
import type { Refusal } from './bindings'
import { openMap } from './openMap.svelte'

/** What a command answers. */
export type Answered<T> = { status: 'ok'; data: T } | { status: 'error'; error: Refusal }

/**
 * Asks as long as the component lives that calls this while it begins: at once, after each update of
 * the map, and whenever what the question reads is different.
 */
export function asked<T>(question: () => Promise<Answered<T>>): { readonly answer: T | null } {
  let answer = $state.raw<T | null>(null)
  let newest = 0
  $effect(() => {
    void openMap.revision
    const turn = ++newest
    void question().then((answered) => {
      // An answer that was overtaken by a newer question is no news.
      if (turn !== newest) return
      if (answered.status === 'ok') answer = answered.data
      else openMap.onrefused(answered.error)
    })
  })
  return {
    get answer() {
      return answer
    },
  }
}

/** What is so in a band, whatever was planned: its mark, and how it reads. */
import type { Fact } from '../bindings'
import { text } from '../text'

export interface ShownFact {
  readonly mark:
    | 'not-started'
    | 'under-way'
    | 'nothing-done'
    | 'finished'
    | 'increment'
    | 'not-usable'
  /** As the head has room for it; of Increments, what stands in the chip. */
  readonly words: string
  /** What became of their value; `null`: there are no Increments. */
  readonly value: { readonly seen: string; readonly words: string } | null
  /** In full, for the tooltip and for who listens. */
  readonly whole: string
}

export function shownFact(fact: Fact): ShownFact {
  const plain = (mark: ShownFact['mark'], words: string, whole = words): ShownFact => ({
    mark,
    words,
    value: null,
    whole,
  })
  switch (fact.code) {
    case 'not-started':
      return plain('not-started', text('fact-not-started'))
    case 'under-way':
      return plain('under-way', text('fact-under-way'))
    case 'nothing-done':
      return plain('nothing-done', text('fact-nothing-done'))
    case 'rules-open': {
      const { finished } = fact
      return plain(
        'finished',
        text('fact-rules-open-short', { finished }),
        text('fact-rules-open', { finished }),
      )
    }
    case 'not-usable':
      return plain('not-usable', text('fact-not-usable'))
    case 'increments': {
      const { count, confirmed, value } = fact
      const words = text(`fact-value-${value}`, { confirmed, of: count })
      return {
        mark: 'increment',
        words: text('fact-chip', { count }),
        value: { seen: value, words },
        whole: text('fact-increments', { count, value: words }),
      }
    }
  }
}

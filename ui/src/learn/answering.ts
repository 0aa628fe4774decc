/** What answers feedback: a PBI that is there, a new one, or a reason. */

import { pbisFor } from '../acting/pbis'
import { type Option, picker } from '../acting/picker.svelte'
import { announcer } from '../announcer.svelte'
import type { Edit, FeedbackLine } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { today } from '../today'

type Answer = Omit<Extract<Edit, { type: 'answerFeedback' }>, 'type' | 'feedback' | 'on'>

/** Answers it; says what it did. */
async function answer({ id, text: said }: FeedbackLine, by: Answer): Promise<void> {
  const made = await openMap.editAndShow({
    type: 'answerFeedback',
    feedback: id,
    ...by,
    on: today(),
  })
  if (made?.change != null) announcer.say(text('learn-answered', { said }))
}

/** Asks for the answer. */
export function askAnswer(said: FeedbackLine): void {
  const about = said.item ? [said.item.id] : []
  picker.ask({
    label: text('learn-answer-what', { said: said.text }),
    placeholder: text('learn-answer-placeholder'),
    nothing: text('learn-answer-nothing'),
    options: async (words) => {
      const typed = words.trim()
      const found = await pbisFor(words, about)
      const there = found.map(
        (pbi): Option => ({
          id: pbi.id,
          label: pbi.title,
          aside: pbi.aside,
          run: () => answer(said, { item: pbi.id }),
        }),
      )
      if (!typed) return there
      return [
        ...there,
        {
          id: 'new',
          label: text('learn-answer-new', { title: typed }),
          run: () => answer(said, { title: typed }),
        },
        {
          id: 'reason',
          label: text('learn-answer-reason', { reason: typed }),
          run: () => answer(said, { reason: typed }),
        },
      ]
    },
  })
}

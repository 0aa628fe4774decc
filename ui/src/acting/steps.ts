/** Acts on steps: one, or several that were picked. */

import { announcer } from '../announcer.svelte'
import { canEdit, spotMeant } from '../conditions'
import { editing } from '../map/editing.svelte'
import { reveal } from '../map/reveal'
import { selection } from '../map/selection.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'

/** The steps meant, from the left; none where the focus is on something else. */
export function stepsMeant(): string[] {
  const spot = canEdit() ? spotMeant() : null
  if (spot?.on !== 'step') return []
  const steps = selection.steps.size > 0 ? selection.steps : new Set([spot.id])
  const columns = openMap.frame?.backbone.columns ?? []
  return columns.flatMap(({ step }) => (step && steps.has(step) ? [step] : []))
}

/** Makes an activity over the steps meant, and opens its name. */
export async function groupSteps(): Promise<void> {
  const steps = stepsMeant()
  const answer = await openMap.editAndShow({ type: 'groupSteps', steps })
  const [id] = answer?.created ?? []
  if (!id) return
  selection.clear()
  announcer.say(text('act-grouped', { count: steps.length }))
  const spot = { on: 'activity', id } as const
  reveal(spot)
  selection.note(spot)
  editing.start({ what: 'rename', spot })
}

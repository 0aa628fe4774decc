/** The pages of a Sprint, from its head or by name. */
import type { Action } from '../action'
import type { SprintId } from '../bindings'
import { hasMap, spotMeant } from '../conditions'
import { openMap } from '../openMap.svelte'
import { reportAt } from '../panel/subjects'
import { type Sheet, sheets } from '../sheet/sheets.svelte'
import { text } from '../text'

/** The Sprint whose head has the focus; where none has, the only one that runs in the view. */
function sprintMeant(): SprintId | null {
  const subject = reportAt(spotMeant())
  if (subject) return subject.of === 'sprint-report' ? subject.id : null
  const running = openMap.frame?.bands.filter(({ sprint }) => sprint?.phase?.type === 'running')
  const [band] = running?.map((scene) => scene.band) ?? []
  return band?.type === 'sprint' ? band.sprint : null
}

const action = (id: 'demo' | 'sprint-backlog'): Action => ({
  label: () => text(`${id}-action`),
  keys: [],
  when: () => hasMap() && sprintMeant() !== null,
  run: () => {
    const sprint = sprintMeant()
    if (sprint) sheets.show({ is: id, sprint } satisfies Sheet)
  },
})

export const showActions = {
  demo: action('demo'),
  sprintBacklog: action('sprint-backlog'),
} satisfies Record<string, Action>

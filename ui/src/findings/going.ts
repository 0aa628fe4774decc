/** From a finding, or a line of a list, to what it is about. */
import type { About } from '../bindings'
import { focus } from '../map/focus.svelte'
import { visit } from '../map/keyboard'
import { tray } from '../map/tray.svelte'
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'

/** Everything that could hide a card is opened. */
const OPEN = {
  laterOpen: true,
  earlierOpen: true,
  acrossOpen: true,
  foldedBands: [],
  collapsedActivities: [],
  collapsedSteps: [],
}

/** Goes to a PBI or a task on the map, wherever it lies. */
export async function showCard(id: string): Promise<void> {
  if (!openMap.listOf.has(id)) await openMap.lookAndShow(OPEN)
  if (openMap.listOf.get(id)?.startsWith('tray')) tray.chosen = true
  focus.leave()
  visit({ on: 'card', id })
}

/** Goes to what a finding is about. */
export async function showAbout({ of, id }: About): Promise<void> {
  switch (of) {
    case 'item':
      await showCard(id)
      return
    case 'activity':
      visit({ on: 'activity', id })
      return
    case 'sprint':
      if (openMap.view.bandsBy !== 'sprints') await openMap.lookAndShow({ bandsBy: 'sprints' })
      visit({ on: 'head', band: id })
      return
    case 'goal':
      await panel.open({ of: 'goal', id })
  }
}

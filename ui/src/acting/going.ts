/** Going to a card, whatever hides it. */
import type { CardId } from '../bindings'
import { focus } from '../map/focus.svelte'
import { visit } from '../map/keyboard'
import { openMap } from '../openMap.svelte'

/** Goes to a card; where it is in no list that is shown, bands, Across and Later are opened first. */
export async function goToCard(id: CardId): Promise<void> {
  if (!openMap.listOf.has(id)) {
    await openMap.lookAndShow({
      acrossOpen: true,
      earlierOpen: true,
      laterOpen: true,
      foldedBands: [],
    })
  }
  focus.leave()
  visit({ on: 'card', id })
}

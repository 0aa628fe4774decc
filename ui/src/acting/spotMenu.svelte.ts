/** The menu of what is on the wall: where it is open, and about what. */
import { elementOf, selection } from '../map/selection.svelte'
import { type Spot, spotKey } from '../map/spots'

/** An open menu. */
export interface OpenMenu {
  /** What it is about; `null`: the map itself. */
  readonly spot: Spot | null
  /** In the window, in pixels. */
  readonly at: { readonly x: number; readonly y: number }
}

class SpotMenu {
  open = $state.raw<OpenMenu | null>(null)

  /** At a place under the hand. */
  openAt(spot: Spot | null, x: number, y: number): void {
    this.open = { spot, at: { x, y } }
  }

  /** Beside what has the focus. */
  openAtFocus(): void {
    const { spot } = selection
    const element = spot && (document.activeElement?.closest('[data-spot]') ?? elementOf(spot))
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
    this.openAt(spot, x + Math.min(24, width / 2), y + Math.min(32, height))
  }

  close(): void {
    this.open = null
    void selection.settle()
  }

  /** Whether it is open about a spot. */
  isOf(spot: Spot): boolean {
    return !!this.open?.spot && spotKey(this.open.spot) === spotKey(spot)
  }
}

/** The one of this window. */
export const spotMenu = new SpotMenu()

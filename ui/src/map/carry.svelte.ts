/** Dragging a part of the map's frame with all that is in it: a step, an activity, a slice or a Sprint. */
import { openMap } from '../openMap.svelte'
import { type Carried, type Gap, gapAt } from './carrying'
import { coming } from './coming.svelte'
import { mapPoint, pullSideways, pullUpright } from './ground'
import { hold, type Point } from './hold'
import { rearrange } from './moves'
import { selection } from './selection.svelte'
import { viewport } from './viewport.svelte'

class Carry {
  /** What is in the hand; `null`: nothing. */
  what = $state.raw<Carried | null>(null)
  /** Where the hand is, in the window. */
  at = $state.raw<Point>({ x: 0, y: 0 })
  /** Where it would lie. */
  gap = $state.raw<Gap | null>(null)

  /** The pointer was pressed on it. */
  press(event: PointerEvent, what: Carried): void {
    const before = selection.spot
    hold(event, {
      move: (point) => {
        this.what = what
        this.at = point
        const { grid } = viewport
        const backbone = openMap.frame?.backbone
        this.gap = grid && backbone ? gapAt(what, mapPoint(point), { grid, backbone }) : null
        this.#foresee()
      },
      drop: () => {
        const edit = this.gap?.edit
        this.#end()
        if (edit) void rearrange(what, edit).then(() => coming.forget())
      },
      cancel: () => {
        this.#end()
        coming.forget()
        if (before) selection.go(before)
      },
      pull: what.on === 'head' ? pullUpright : pullSideways,
    })
  }

  /** Whether it is in the hand. */
  has(on: Carried['on'], id: string): boolean {
    const { what } = this
    return what?.on === on && (what.on === 'head' ? what.band : what.id) === id
  }

  /** What leans on a slice above may change with the order of slices. Lines follow the columns, so only here. */
  #foresee(): void {
    const edit = this.gap?.edit
    if (this.what?.on === 'head' && edit) coming.rest('bands', JSON.stringify(edit), () => edit)
    else coming.forget()
  }

  #end(): void {
    this.what = null
    this.gap = null
  }
}

/** The one of this window. */
export const carry = new Carry()

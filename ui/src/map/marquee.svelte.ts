/** Drawing a rectangle over empty ground: what it touches is selected. */
import type { CardId } from '../bindings'
import { isOnMap, mapPoint, pull } from './ground'
import { hold, type Point } from './hold'
import { cardsIn } from './picking'
import { selection } from './selection.svelte'
import { type Area, viewport } from './viewport.svelte'

class Marquee {
  /** What is drawn now, in map pixels; `null`: nothing. */
  area = $state.raw<Area | null>(null)

  /** The pointer was pressed on empty ground. `more`: what is selected already stays. */
  press(event: PointerEvent, more: boolean): void {
    const point = { x: event.clientX, y: event.clientY }
    if (!isOnMap(point)) return
    const start = mapPoint(point)
    const before = [...selection.cards]
    const kept = more ? before : []
    hold(event, {
      tap: () => selection.select(kept),
      move: (now) => {
        this.area = between(start, mapPoint(now))
        selection.select([...kept, ...this.#touched()])
      },
      drop: () => {
        this.area = null
        selection.say()
      },
      cancel: () => {
        this.area = null
        selection.select(before)
      },
      pull,
    })
  }

  #touched(): CardId[] {
    const { terrain } = viewport
    return this.area && terrain ? cardsIn(this.area, terrain) : []
  }
}

function between(one: Point, other: Point): Area {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  }
}

/** The one of this window. */
export const marquee = new Marquee()

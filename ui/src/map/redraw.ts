/** The one slow thing in the window: when a plan changes, its line is drawn anew from left to right. */
import type { Line } from '../bindings'

/** As an action on the line's picture: plays whenever the line is another one than before. */
export function redraw(picture: SVGElement, line: Line): { update: (line: Line) => void } {
  let drawn = line
  return {
    update(next) {
      if (next === drawn) return
      drawn = next
      const duration = milliseconds(getComputedStyle(picture).getPropertyValue('--t-verdict'))
      if (duration === 0) return
      picture.animate(
        [{ clipPath: 'inset(-8px 100% -8px 0)' }, { clipPath: 'inset(-8px -8px -8px 0)' }],
        { duration, easing: 'cubic-bezier(.2, 0, 0, 1)' },
      )
    },
  }
}

function milliseconds(time: string): number {
  return Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) || 0
}

/** The one slow thing in the window: when a plan changes, its line is drawn anew from left to right. */
import type { Stroke } from '../bindings'
import { timeOf } from './motion'

/** As an action on the line's picture: plays whenever the line is another one than before. */
export function redraw(
  picture: SVGElement,
  strokes: readonly Stroke[],
): { update: (strokes: readonly Stroke[]) => void } {
  let drawn = asText(strokes)
  return {
    update(next) {
      // An update may say again what is there already.
      const text = asText(next)
      if (text === drawn) return
      drawn = text
      const duration = timeOf('--t-verdict', picture)
      if (duration === 0) return
      picture.animate(
        [{ clipPath: 'inset(-8px 100% -8px 0)' }, { clipPath: 'inset(-8px -8px -8px 0)' }],
        { duration, easing: 'cubic-bezier(.2, 0, 0, 1)' },
      )
    },
  }
}

function asText(strokes: readonly Stroke[]): string {
  return strokes.map(({ pen, path }) => pen + path).join()
}

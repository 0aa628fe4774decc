/** F6: from one part of the window to the next, and back with Shift. */

/** What can have the focus. */
const REACHABLE = 'button:not([tabindex="-1"]), [tabindex="0"], a[href], input, textarea'

/** Moves the focus to the next part of the window that can take it. */
export function toNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  const from = regions.findIndex((region) => region.contains(document.activeElement))
  const step = backwards ? -1 : 1
  for (let tried = 1; tried <= regions.length; tried++) {
    const at = (from + step * tried + regions.length * 2) % regions.length
    const first = regions[at]?.querySelector<HTMLElement>(REACHABLE)
    if (!first) continue
    first.focus({ preventScroll: true })
    return
  }
}

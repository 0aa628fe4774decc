/** How long things take to move: the theme says it, and nothing moves where the system asks for that. */

/** A time of the theme, such as `--t-move`, in milliseconds. */
export function timeOf(token: string, at: Element = document.documentElement): number {
  const time = getComputedStyle(at).getPropertyValue(token)
  return Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000) || 0
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

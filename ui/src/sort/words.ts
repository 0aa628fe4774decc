/** An outcome in words: "Commuter can pay by card". */
import { text } from '../text'

/** The title of an outcome: what somebody can do, with who it is in front. */
export function titleOf(who: string, words: string): string {
  return `${text('sort-can', { who })} ${words}`
}

/** Who can, and what, where a title says so; `null`: it is worded otherwise. */
export function canOf(title: string, who: string): { who: string; words: string } | null {
  const can = text('sort-can', { who })
  return title.startsWith(`${can} `) ? { who: can, words: title.slice(can.length + 1) } : null
}

/** A title in parts, those that are evidence marked. */
export function marked(
  title: string,
  words: readonly string[],
): { part: string; speaks: boolean }[] {
  if (words.length === 0) return [{ part: title, speaks: false }]
  const known = new Set(words)
  const parts = title.split(/([^\p{L}\p{N}'’]+)/u).filter((part) => part !== '')
  return parts.map((part) => ({ part, speaks: known.has(part.toLowerCase()) }))
}

/**
 * A band's line at a zoom. The core draws it for 100 %; what it is made of keeps its size at any zoom,
 * and only the places move: with the edges of the activities over which it runs.
 */
import type { Line, Pen } from '../bindings'

/** From–to of an activity, or of a column. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** As far left of its activity a mark may lie that belongs to it. */
const BEFORE = 8
/** As far from an activity's left edge lies what marks its stop, and from its right edge what ends there. */
const STOP = 24
const END = 8

const SUBPATH = /M[^M]*/g
const NUMBERS = /-?\d+(?:\.\d+)?/g

/**
 * A line that was drawn over `from`, over `to`. `loose`: it has no stretches that join anything, only
 * marks, which are left out where there is no room for them.
 */
export function lineAt(
  line: Line,
  loose: boolean,
  from: readonly Span[],
  to: readonly Span[],
): Line {
  const strokes = line.strokes.flatMap(({ pen, path }) => {
    const parts = path.match(SUBPATH) ?? []
    const moved = parts.map((part) => movePart(part, pen, loose, from, to)).join('')
    return moved ? [{ pen, path: moved }] : []
  })
  const words = line.words.map(({ x, word }) => ({ word, x: x + by(x, from, to) }))
  return { strokes, words }
}

function movePart(
  part: string,
  pen: Pen,
  loose: boolean,
  from: readonly Span[],
  to: readonly Span[],
): string {
  const xs = xsOf(part)
  const [first = 0, last = first] = [Math.min(...xs), Math.max(...xs)]
  const stretch = !loose && /^M-?[\d.]+ (-?[\d.]+)L-?[\d.]+ \1$/.test(part)
  if (stretch) return move(part, (x) => x + by(x, from, to))
  const middle = (first + last) / 2
  const room = pen !== 'dots' || loose
  const shift = by(middle, from, to)
  return room && isBeyond(last + shift, middle, from, to) ? '' : move(part, (x) => x + shift)
}

/** How far what lies at a place moves. */
function by(x: number, from: readonly Span[], to: readonly Span[]): number {
  const at = indexOf(x, from)
  const [old, now] = [from[at], to[at]]
  if (!old || !now) return 0
  const inside = x - old.left
  if (inside <= STOP) return now.left - old.left
  if (Math.abs(x - old.right) <= END) return now.right - old.right
  // What fills an activity spreads with it; in a smaller one it keeps its distances, and less has room.
  const larger = Math.max(1, (now.right - now.left) / (old.right - old.left))
  return now.left + inside * larger - x
}

function isBeyond(end: number, x: number, from: readonly Span[], to: readonly Span[]): boolean {
  const now = to[indexOf(x, from)]
  return now !== undefined && end > now.right
}

/** The last span that begins left of a place. */
function indexOf(x: number, spans: readonly Span[]): number {
  return spans.findLastIndex(({ left }) => left - BEFORE <= x)
}

/** In each command of a path the last two numbers are a point; in an arc others come before them. */
function xsOf(part: string): number[] {
  const xs: number[] = []
  move(part, (x) => {
    xs.push(x)
    return x
  })
  return xs
}

function move(part: string, to: (x: number) => number): string {
  return part.replace(/[MLA][^MLAZ]*/g, (command) => {
    const numbers = command.match(NUMBERS) ?? []
    const x = numbers.at(-2)
    if (x === undefined) return command
    const start = command.length - [x, numbers.at(-1)].join(' ').length
    return `${command.slice(0, start)}${Math.round(to(Number(x)) * 100) / 100} ${numbers.at(-1)}`
  })
}

/** The two lines and the cards of the first start's lesson. */
import type { Face, Line } from '../bindings'
import { plainFace } from '../map/face'
import { text } from '../text'

export const ACTIVITIES = ['find', 'order', 'pay', 'collect'] as const
export type LessonActivity = (typeof ACTIVITIES)[number]

/** From one activity to the next, and how wide one is, in pixels. */
export const PITCH = 184
const WIDTH = 168
/** The line's middle, and where the pill beside it ends. */
const Y = 12
const PILL = -12

/** The dashes of Pieces (look: parts of the line): lengths, gaps, how far off the line, how far turned. */
const LENGTHS = [14, 9, 18, 7, 12, 8, 16]
const GAPS = [12, 18, 10, 22, 14, 20, 11]
const OFFSETS = [0, -3, 2, -1, 3.5, -2.5, 1]
const TURNS = [0, -7, 5, -3, 9, -10, 4]

export const PIECES: Line = { strokes: [{ pen: 'thick', path: dashes() }], words: [] }

const LAST = (ACTIVITIES.length - 1) * PITCH + WIDTH - 8
const STOPS = [...ACTIVITIES.map((_, index) => index * PITCH + 6), LAST]
export const WHOLE: Line = {
  strokes: [
    { pen: 'thick', path: `M${PILL} ${Y}L${LAST} ${Y}` },
    { pen: 'dots', path: STOPS.map(dot).join('') },
  ],
  words: [],
}

function dot(x: number): string {
  return `M${x - 5} ${Y}A5 5 0 1 0 ${x + 5} ${Y}A5 5 0 1 0 ${x - 5} ${Y}Z`
}

function dashes(): string {
  let path = ''
  for (const index of ACTIVITIES.keys()) {
    let x = index * PITCH + 2
    for (let dash = 2 * index; ; dash++) {
      const at = dash % LENGTHS.length
      const length = LENGTHS[at] ?? 0
      if (x + length > index * PITCH + WIDTH) break
      const y = Y + (OFFSETS[at] ?? 0)
      const turn = ((TURNS[at] ?? 0) * Math.PI) / 180
      const [right, down] = [(Math.cos(turn) * length) / 2, (Math.sin(turn) * length) / 2]
      const middle = x + length / 2
      path += `M${round(middle - right)} ${round(y - down)}L${round(middle + right)} ${round(y + down)}`
      x += length + (GAPS[at] ?? 0)
    }
  }
  return path
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** A card of the lesson: a task of some PBI, or a whole PBI. */
export function faceOf(what: 'task' | 'item', activity: LessonActivity): Face {
  return plainFace(text(`window-lesson-${what}-${activity}`), { isTask: what === 'task' })
}

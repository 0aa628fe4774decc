/** The tray's rows and where they lie, in pixels from the top of its list. */
import type { CardId, Face } from '../bindings'
import { measure } from './measure'
import { TRAY } from './walk'

/** One row. A PBI is paper, as high as its title needs; tasks and notes are lines. */
export interface Row {
  readonly id: CardId
  readonly look: 'paper' | 'task' | 'note'
  readonly y: number
  readonly height: number
  /** The title broken to the paper's width. */
  readonly lines: readonly string[]
}

/** One part of the tray under its heading. */
export interface Part {
  readonly list: (typeof TRAY)[number]
  readonly y: number
  readonly height: number
  readonly rows: readonly Row[]
}

const HEADING = 32
const LINE = 28
const PAPER_GAP = 4
const PAPER_WIDTH = 180
const PAPER_LINES = 3

const LOOK = { trayItems: 'paper', trayTasks: 'task', trayNotes: 'note' } as const

/** The parts that have any cards, from above. */
export function trayRows(
  lists: ReadonlyMap<string, readonly CardId[]>,
  faces: ReadonlyMap<CardId, Face>,
): Part[] {
  const parts: Part[] = []
  let y = 0
  for (const list of TRAY) {
    const cards = lists.get(list)
    if (!cards) continue
    const part = placePart(list, cards, faces, y)
    parts.push(part)
    y += part.height
  }
  return parts
}

function placePart(
  list: Part['list'],
  cards: readonly CardId[],
  faces: ReadonlyMap<CardId, Face>,
  start: number,
): Part {
  const look = LOOK[list]
  let y = start + HEADING
  const rows = cards.map((id): Row => {
    const lines = look === 'paper' ? linesOf(faces.get(id)?.title ?? '') : []
    const height = look === 'paper' ? 16 + lines.length * 16 : LINE
    const row = { id, look, y, height, lines }
    y += height + (look === 'paper' ? PAPER_GAP : 0)
    return row
  })
  return { list, y: start, height: y - start, rows }
}

const known = new Map<string, readonly string[]>()

/** A title broken at words to the width of a paper in the tray; what is too long ends in "…". */
export function linesOf(title: string): readonly string[] {
  const found = known.get(title)
  if (found) return found
  const lines: string[] = []
  let line = ''
  for (const word of title.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (!line || measure(longer) <= PAPER_WIDTH) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  const cut = lines.slice(0, PAPER_LINES).map((text) => cutTo(text, false))
  if (lines.length > PAPER_LINES) cut[PAPER_LINES - 1] = cutTo(cut[PAPER_LINES - 1] ?? '', true)
  known.set(title, cut)
  return cut
}

function cutTo(text: string, more: boolean): string {
  if (!more && measure(text) <= PAPER_WIDTH) return text
  let end = text.length
  while (end > 0 && measure(`${text.slice(0, end)}…`) > PAPER_WIDTH) end--
  return `${text.slice(0, end).trimEnd()}…`
}

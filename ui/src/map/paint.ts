/** Paints the map: blocks from afar, papers in a hand's zoom, and the lines that run over them. */
import type { Line, Pen, Verdict } from '../bindings'
import type { Layer, Look } from './blocks'
import type { Ink } from './ink.svelte'
import { type Paper, paintPapers, type Setting } from './papers'
import type { Grid } from './place'

/** What is out of the focus. */
const DIM = 0.28
const RADIUS = 2
/** Of groundwork. */
const BASE = 2

/** A band's line, and where it lies. */
export interface PaintedLine {
  readonly line: Line
  readonly verdict: Verdict | 'sprint'
  readonly top: number
  readonly dim: boolean
}

/** A column that is shut: how many cards wait there. */
export interface Count {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly count: number
}

export interface Picture {
  readonly layers: readonly Layer[]
  readonly papers: readonly Paper[]
  readonly lines: readonly PaintedLine[]
  readonly counts: readonly Count[]
  readonly grid: Grid
  readonly setting: Setting
}

/** Paints a picture in map pixels; where it comes to lie on the canvas was said to the pen before. */
export function paint(pen: CanvasRenderingContext2D, picture: Picture, ink: Ink): void {
  for (const layer of picture.layers) {
    pen.globalAlpha = layer.dim ? DIM : 1
    paintBlocks(pen, layer, picture.grid, ink)
  }
  paintPapers(pen, picture.papers, picture.grid, picture.setting, ink)
  for (const line of picture.lines) {
    pen.globalAlpha = line.dim ? DIM : 1
    paintLine(pen, line, ink)
  }
  pen.globalAlpha = 1
  paintCounts(pen, picture.counts, ink)
}

function paintBlocks(
  pen: CanvasRenderingContext2D,
  { look, corners }: Layer,
  { cardW: width, cardH: height }: Grid,
  ink: Ink,
): void {
  const hollow = look === 'hollow' || look === 'away'
  const inset = hollow ? 0.5 : 0
  const radius = Math.min(RADIUS, height / 4)
  pen.beginPath()
  for (let at = 0; at < corners.length; at += 2) {
    const [x, y] = [corners[at] as number, corners[at + 1] as number]
    pen.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, radius)
  }
  if (hollow) {
    pen.lineWidth = 1
    pen.strokeStyle = ink[look === 'away' ? 'accent' : 'ink-3']
    pen.stroke()
    return
  }
  pen.fillStyle = ink[FILLS[look]]
  pen.fill()
  if (look !== 'groundwork') return
  pen.fillStyle = ink['base-mark']
  for (let at = 0; at < corners.length; at += 2) {
    const y = (corners[at + 1] as number) + height - BASE
    pen.fillRect(corners[at] as number, y, width, BASE)
  }
}

const FILLS: Record<Exclude<Look, 'hollow' | 'away'>, keyof Ink> = {
  whole: 'block',
  done: 'block-done',
  pieces: 'block-pieces',
  groundwork: 'base-tint',
  picked: 'accent',
}

/** How each pen draws: as `Line.svelte` does. */
const WIDTHS: Partial<Record<Pen, number>> = { thick: 3, grey: 2, hatch: 2 }
const ROUND: readonly Pen[] = ['thick', 'ticks', 'hatch']
const MARKS: Record<Verdict | 'sprint', keyof Ink> = {
  empty: 'empty-mark',
  groundwork: 'base-mark',
  pieces: 'pieces-mark',
  gaps: 'gaps-mark',
  'part-on-purpose': 'part-mark',
  'end-to-end': 'whole-mark',
  sprint: 'whole-mark',
}

function markOf(verdict: Verdict | 'sprint', pen: Pen): keyof Ink {
  if (pen === 'grey') return 'line-strong'
  if (verdict === 'sprint' && pen === 'thick') return 'pieces-mark'
  if (verdict === 'sprint' && pen === 'hatch') return 'base-mark'
  return MARKS[verdict]
}

function paintLine(
  pen: CanvasRenderingContext2D,
  { line, verdict, top }: PaintedLine,
  ink: Ink,
): void {
  pen.save()
  pen.translate(0, top)
  pen.lineJoin = 'round'
  pathsOf(line).forEach((path, at) => {
    const kind = line.strokes[at]?.pen ?? 'thin'
    const colour = ink[markOf(verdict, kind)]
    // The ground under a dot or in a ring: the line ends there.
    if (kind === 'dots' || kind === 'rings') {
      pen.fillStyle = ink.ground
      pen.fill(path)
    }
    if (kind === 'dots') {
      pen.fillStyle = colour
      pen.fill(path, 'evenodd')
      return
    }
    pen.strokeStyle = colour
    pen.lineWidth = WIDTHS[kind] ?? 1.5
    pen.lineCap = ROUND.includes(kind) ? 'round' : 'butt'
    pen.setLineDash(kind === 'hole' ? [3, 2] : [])
    pen.stroke(path)
  })
  pen.restore()
}

/** Paths are made once for each line. */
const paths = new WeakMap<Line, Path2D[]>()

function pathsOf(line: Line): Path2D[] {
  let made = paths.get(line)
  if (!made) {
    made = line.strokes.map(({ path }) => new Path2D(path))
    paths.set(line, made)
  }
  return made
}

function paintCounts(pen: CanvasRenderingContext2D, counts: readonly Count[], ink: Ink): void {
  pen.fillStyle = ink['ink-2']
  pen.font = '500 11px "Inter Variable", Inter, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const { x, y, width, count } of counts) pen.fillText(`${count}`, x + width / 2, y + 10)
}

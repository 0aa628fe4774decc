/** While a hand makes the map larger or smaller: cards as paper with their titles, on a canvas. */
import type { CardId, Face } from '../bindings'
import { type Look, lookOf, type Sight } from './blocks'
import type { Ink } from './ink.svelte'
import { cellKey } from './keys'
import { type Grid, rowTop } from './place'

/** What is out of the focus. */
const DIM = 0.28
/** As in `Card.svelte`, in pixels at 100 %. */
const RADIUS = 6
const RAIL = 4
const BASE = 3
/** Of a line's height, from its top to where its letters stand. */
const BASELINE = 0.79

/** One card, and where it lies in map pixels. */
export interface Paper {
  readonly x: number
  readonly y: number
  readonly look: Look
  readonly dim: boolean
  readonly face: Face
}

/** How titles are set in a lens. */
export interface Setting {
  readonly font: string
  readonly light: string
  readonly lineHeight: number
  readonly top: number
}

/** The papers of a sight. */
export function papersOf(sight: Sight): Paper[] {
  const { grid, columns, bands, cards, faces, picked, away, dims } = sight
  const papers: Paper[] = []
  for (const band of bands) {
    if (band.folded) continue
    const [from, to] = sight.rows(band)
    const top = rowTop(band, 0, grid)
    for (const column of columns) {
      if (column.shut) continue
      const list = cards(cellKey(band.key, column.id))
      const dim = dims(column, band)
      for (let row = from; row < Math.min(to, list.length); row++) {
        const card = list[row] as CardId
        const face = faces.get(card)
        if (!face) continue
        const look = away(card) ? 'away' : picked.has(card) ? 'picked' : lookOf(face)
        papers.push({ x: column.cardX, y: top + row * grid.pitch, look, dim, face })
      }
    }
  }
  return papers
}

/** Paints papers in map pixels, each as large as the grid has it. */
export function paintPapers(
  pen: CanvasRenderingContext2D,
  papers: readonly Paper[],
  { zoom, cardW, cardH, metrics }: Grid,
  setting: Setting,
  ink: Ink,
): void {
  const [width, height] = [cardW / zoom, cardH / zoom]
  pen.textAlign = 'left'
  pen.textBaseline = 'alphabetic'
  for (const { x, y, look, dim, face } of papers) {
    pen.save()
    pen.translate(x, y)
    pen.scale(zoom, zoom)
    pen.globalAlpha = dim ? DIM : 1
    paintSheet(pen, look, face, width, height, ink)
    if (look !== 'away') paintTitle(pen, face, setting, metrics.cardInset, ink)
    pen.restore()
  }
}

function paintSheet(
  pen: CanvasRenderingContext2D,
  look: Look,
  face: Face,
  width: number,
  height: number,
  ink: Ink,
): void {
  const outlined = look === 'away' || face.isTask || face.reference !== null
  pen.beginPath()
  pen.roundRect(0.5, 0.5, width - 1, height - 1, RADIUS)
  if (look === 'picked') {
    pen.fillStyle = ink['accent-tint']
    pen.fill()
    pen.lineWidth = 2
    pen.strokeStyle = ink.accent
    pen.stroke()
  } else if (outlined) {
    pen.setLineDash(face.reference ? [] : [3, 2])
    pen.strokeStyle = ink[face.reference ? 'line' : 'line-strong']
    pen.stroke()
  } else {
    pen.fillStyle = ink[face.maybeTask ? 'well' : 'card']
    pen.fill()
  }
  if (look === 'pieces') {
    pen.fillStyle = ink['pieces-mark']
    for (const top of [0, 32, 64]) pen.fillRect(0, top, RAIL, Math.min(20, height - top))
  } else if (look === 'groundwork') {
    pen.fillStyle = ink['base-mark']
    pen.fillRect(0, height - BASE, width, BASE)
  }
}

function paintTitle(
  pen: CanvasRenderingContext2D,
  face: Face,
  { font, light, lineHeight, top }: Setting,
  inset: number,
  ink: Ink,
): void {
  const technical = face.kind === 'enabler' || face.kind === 'spike'
  const isLight = face.done || face.isTask || face.maybeTask || technical || face.reference
  pen.font = isLight ? light : font
  pen.fillStyle = ink[face.done ? 'ink-2' : 'ink']
  const left = inset + (face.pieces ? RAIL : 0)
  face.lines.forEach((line, row) => {
    pen.fillText(line, left, top + (row + BASELINE) * lineHeight)
  })
}

/** How the page sets titles now. */
export function settingNow(): Setting {
  const style = getComputedStyle(document.documentElement)
  const font = style.getPropertyValue('--card-title').trim()
  return {
    font,
    // On a wall all titles have one weight.
    light: font.replace(/^500 /, '400 '),
    lineHeight: Number.parseFloat(font.match(/\/([\d.]+)px/)?.[1] ?? '16'),
    top: Number.parseFloat(style.getPropertyValue('--card-top')) || 0,
  }
}

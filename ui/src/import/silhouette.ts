/** A map in small, as rectangles: how much lies where, and what of it is new. */
import type { Silhouette } from '../bindings'

/** One block, in CSS pixels. */
export interface Block {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly look: 'new' | 'there' | 'step'
}

/** The blocks of a map in small, and how much room they take. */
export interface Blocks {
  readonly blocks: readonly Block[]
  readonly height: number
  /** Where each band begins, for its name. */
  readonly bands: readonly {
    readonly name: string
    readonly earlier: boolean
    readonly y: number
  }[]
}

const BACKBONE = 8
const ACTIVITY_GAP = 4
const BAND_GAP = 8
/** At most, and at least: of a cell with more cards than fit, each block is thinner. */
const BLOCK = { high: 6, low: 0.5 }

/** Lays the blocks out in a box; a map that needs less room takes less. */
export function blocksOf(
  { endsActivity, bands }: Silhouette,
  width: number,
  height: number,
): Blocks {
  const gaps = endsActivity.filter(Boolean).length * ACTIVITY_GAP
  const column = Math.min(24, (width - gaps) / Math.max(1, endsActivity.length))
  const rows = bands.map(({ cells }) => Math.max(1, ...cells.map(({ cards }) => cards)))
  const all = rows.reduce((sum, count) => sum + count, 0)
  const room = height - BACKBONE - bands.length * BAND_GAP
  const pitch = Math.min(BLOCK.high, Math.max(BLOCK.low, room / Math.max(1, all)))
  // Blocks that touch read as one: a gap where there is room for one.
  const block = { width: Math.max(1, column - 2), height: pitch > 2 ? pitch - 1 : pitch }

  const lefts: number[] = []
  let x = 0
  for (const ends of endsActivity) {
    lefts.push(x)
    x += column + (ends ? ACTIVITY_GAP : 0)
  }
  const blocks: Block[] = lefts.map((x) => ({
    x,
    y: 0,
    width: block.width,
    height: 4,
    look: 'step',
  }))
  const places: Blocks['bands'][number][] = []
  let y = BACKBONE
  bands.forEach(({ name, earlier, cells }, at) => {
    places.push({ name, earlier, y })
    cells.forEach((heap, column) => {
      const there = heap.cards - heap.new
      for (let row = 0; row < heap.cards; row++) {
        const look = row < there ? 'there' : 'new'
        blocks.push({ ...block, x: lefts[column] ?? 0, y: y + row * pitch, look })
      }
    })
    y += (rows[at] ?? 0) * pitch + BAND_GAP
  })
  return { blocks, height: Math.min(height, Math.ceil(y)), bands: places }
}

/** The map from afar: each card is a block that says how it stands, and nothing else. */
import type { CardId, Face } from '../bindings'
import { cellKey } from './keys'
import { type Grid, type PlacedBand, type PlacedColumn, rowTop } from './place'

/** How a block looks. In this order they are drawn: what was picked lies over the rest. */
export const LOOKS = ['whole', 'done', 'pieces', 'groundwork', 'hollow', 'away', 'picked'] as const
export type Look = (typeof LOOKS)[number]

/** How a card looks from afar. Hollow is what may be, or is, a task, and what stands elsewhere. */
export function lookOf(face: Face | undefined): Look {
  if (!face || face.reference) return 'hollow'
  if (face.done) return 'done'
  if (face.isTask || face.maybeTask) return 'hollow'
  if (face.pieces) return 'pieces'
  return face.kind === 'enabler' || face.kind === 'spike' ? 'groundwork' : 'whole'
}

/** The left and upper edges of blocks, in map pixels: x, y, x, y … */
export type Corners = number[]

/** Blocks that are drawn in one go, because they look the same. */
export interface Layer {
  readonly look: Look
  readonly dim: boolean
  readonly corners: Corners
}

/** What blocks are made from. */
export interface Sight {
  readonly grid: Grid
  /** Those in the window. */
  readonly columns: readonly PlacedColumn[]
  readonly bands: readonly PlacedBand[]
  /** From–to of the rows of a band in the window. */
  readonly rows: (band: PlacedBand) => readonly [number, number]
  readonly cards: (list: string) => readonly CardId[]
  readonly faces: ReadonlyMap<CardId, Face>
  readonly picked: ReadonlySet<CardId>
  readonly away: (card: CardId) => boolean
  readonly dims: (column: PlacedColumn, band: PlacedBand) => boolean
}

/** The blocks of a sight, layer by layer. */
export function layersOf(sight: Sight): Layer[] {
  const { grid, columns, bands, cards, faces, picked, away } = sight
  const layers = [false, true].map((dim) =>
    LOOKS.map((look): Layer => ({ look, dim, corners: [] })),
  )
  const at = (look: Look, dim: boolean) => layers[dim ? 1 : 0]?.[LOOKS.indexOf(look)]?.corners
  for (const band of bands) {
    if (band.folded) continue
    const [from, to] = sight.rows(band)
    const top = rowTop(band, 0, grid)
    for (const column of columns) {
      if (column.shut) continue
      const list = cards(cellKey(band.key, column.id))
      const looks = looksOf(list, faces)
      const dim = sight.dims(column, band)
      const end = Math.min(to, list.length)
      for (let row = from; row < end; row++) {
        const card = list[row] as CardId
        const usual = LOOKS[looks[row] ?? 0] as Look
        const look = away(card) ? 'away' : picked.has(card) ? 'picked' : usual
        at(look, dim)?.push(column.cardX, top + row * grid.pitch)
      }
    }
  }
  return layers.flat().filter(({ corners }) => corners.length > 0)
}

/** Known looks, by the faces that they were read from: lists and faces are replaced, never changed. */
const known = new WeakMap<ReadonlyMap<CardId, Face>, WeakMap<readonly CardId[], Uint8Array>>()

function looksOf(list: readonly CardId[], faces: ReadonlyMap<CardId, Face>): Uint8Array {
  let lists = known.get(faces)
  if (!lists) {
    lists = new WeakMap()
    known.set(faces, lists)
  }
  let looks = lists.get(list)
  if (!looks) {
    looks = Uint8Array.from(list, (card) => LOOKS.indexOf(lookOf(faces.get(card))))
    lists.set(list, looks)
  }
  return looks
}

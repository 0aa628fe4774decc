/** The line of a band as it is drawn now: at this zoom, and as it would be with what is held over the map. */
import type { BandScene, Line } from '../bindings'
import { lineAt } from './lineAt'
import type { Grid, PlacedBand } from './place'
import { viewport } from './viewport.svelte'

/** Lines that were drawn over a grid already. */
const drawn = new WeakMap<Grid, WeakMap<Line, Line>>()

/** The line of a band; `null`: it has none. */
export function bandLine({ line, report }: BandScene, band: PlacedBand, grid: Grid): Line | null {
  if (!line || band.folded) return null
  if (grid === viewport.whole) return line
  const lines = drawn.get(grid) ?? new WeakMap<Line, Line>()
  drawn.set(grid, lines)
  const { whole, now } = report ? viewport.activities : viewport.columnSpans
  const made = lines.get(line) ?? lineAt(line, !report || report.verdict === 'pieces', whole, now)
  lines.set(line, made)
  return made
}

/** What a workshop writes fast: a card into the cell in focus, and the next slice line. */
import { announcer } from '../announcer.svelte'
import type { Band, StepId } from '../bindings'
import { editing } from '../map/editing.svelte'
import { placeIn } from '../map/gestures'
import { bandKey } from '../map/keys'
import { bandName, cellName, columnName } from '../map/names'
import { reveal } from '../map/reveal'
import { selection } from '../map/selection.svelte'
import { viewport } from '../map/viewport.svelte'
import { positionOf } from '../map/walk'
import { openMap } from '../openMap.svelte'
import { text } from '../text'

/** The cell into which a card would go. */
export interface Aim {
  readonly band: Band
  readonly step: StepId | null
  /** What the column and the band are called. */
  readonly column: string
  readonly in: string
  /** Both as they are read aloud: "step Pay, slice Rush hour". */
  readonly where: string
}

/** The cell of the spot in focus; beside all cells the first column of Later. `null`: there is no column. */
export function aim(): Aim | null {
  const { frame } = openMap
  const { terrain } = viewport
  if (!frame || !terrain) return null
  const at = selection.spot && positionOf(selection.spot, terrain)
  const column = frame.backbone.columns[Math.max(0, at?.column ?? 0)]
  const scene = (at && frame.bands[at.row]) ?? frame.bands.at(-1)
  if (!column || !scene || scene.band.type === 'earlier') return null
  const { activities } = frame.backbone
  const index = frame.backbone.columns.indexOf(column)
  const over = activities.find(({ first, count }) => index >= first && index < first + count)
  return {
    band: scene.band,
    step: column.step,
    column: column.title ?? over?.title ?? columnName(column),
    in: scene.name || bandName(scene),
    where: cellName(column, scene),
  }
}

/** Writes a card into a cell, and stays ready for the next. */
export async function capture(title: string, { band, step, where }: Aim): Promise<void> {
  const answer = await openMap.editAndShow({ type: 'addItem', title, to: placeIn(band, step) })
  if (answer?.change != null) announcer.say(text('window-captured', { title, where }))
}

/** A new slice under the one in focus; its name is open to be written. */
export async function nextLine(): Promise<void> {
  const { frame } = openMap
  if (!frame) return
  const slices = frame.bands.filter(({ band }) => band.type === 'slice')
  const at =
    selection.spot && viewport.terrain
      ? positionOf(selection.spot, viewport.terrain)?.row
      : undefined
  const focused = at === undefined ? undefined : frame.bands[at]
  const above = focused?.band.type === 'slice' ? focused : slices.at(-1)
  const next = above ? slices[slices.indexOf(above) + 1] : undefined
  const names = new Set(slices.map(({ name }) => name))
  let number = slices.length + 1
  while (names.has(text('window-line-name', { number }))) number++
  const name = text('window-line-name', { number })
  const before = next ? bandKey(next.band) : null
  const answer = await openMap.editAndShow({ type: 'addSlice', name, before })
  const [id] = answer?.created ?? []
  if (!id) return
  const spot = { on: 'head', band: id } as const
  reveal(spot)
  selection.note(spot)
  editing.start({ what: 'rename', spot })
  if (above) announcer.say(text('window-line-made', { name, above: bandName(above) }))
}

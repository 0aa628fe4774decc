/** Bands, cells and the tray's parts as text, so that they can be keys of a map. */
import type { Band, ListKey, StepId } from '../bindings'

/** A band as text. */
export function bandKey(band: Band): string {
  return band.type === 'slice' ? band.slice : band.type
}

/** A list of cards as text. */
export function listKey(key: ListKey): string {
  return key.type === 'cell' ? cellKey(bandKey(key.band), key.step) : key.type
}

/** A cell as text: `step: null` is Across. */
export function cellKey(band: string, step: StepId | null): string {
  return `${band}/${step ?? 'across'}`
}

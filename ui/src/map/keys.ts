/** Bands, cells and the tray's parts as text, so that they can be keys of a map. */
import type { Band, ListKey, StepId } from '../bindings'

/** A band as text. */
export function bandKey(band: Band): string {
  if (band.type === 'slice') return band.slice
  return band.type === 'sprint' ? band.sprint : band.type
}

/** A list of cards as text. */
export function listKey(key: ListKey): string {
  return key.type === 'cell' ? cellKey(bandKey(key.band), key.step) : key.type
}

/** A cell as text: `step: null` is Across. */
export function cellKey(band: string, step: StepId | null): string {
  return `${band}/${step ?? 'across'}`
}

/** The step of a cell, by its key; `null`: Across, or no cell. */
export function stepIn(list: string | undefined): StepId | null {
  const step = list?.split('/')[1]
  return step === undefined || step === 'across' ? null : step
}

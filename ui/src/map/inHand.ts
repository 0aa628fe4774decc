/** What the status line says of the cards in the hand: how much they are, where they would lie, what comes of it. */
import type { BandScene, CardId } from '../bindings'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { coming } from './coming.svelte'
import { drag } from './drag.svelte'
import { bandKey } from './keys'
import { bandName } from './names'

/** "3 PBIs, 10 points". */
export function weight(cards: readonly CardId[]): string {
  const faces = cards.flatMap((card) => openMap.faces.get(card) ?? [])
  const tasks = faces.filter(({ isTask }) => isTask).length
  const points = faces.reduce((sum, { estimate }) => sum + (Number(estimate) || 0), 0)
  const parts = [
    faces.length > tasks && text('count-items', { count: faces.length - tasks }),
    tasks > 0 && text('count-tasks', { count: tasks }),
    points > 0 && text('count-points', { count: points }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** "Rush hour", "Pay for the order", "4 of 7 PBIs stay in pieces". */
export function whereTo(): string[] {
  const { target, how } = drag
  if (target?.on === 'tray') return [text('window-tray')]
  if (target?.on === 'item') {
    return [text('card-of', { title: openMap.faces.get(target.card)?.title ?? '' })]
  }
  const frame = openMap.frame
  const scene = target && frame?.bands.find(({ band }) => bandKey(band) === bandKey(target.band))
  if (!scene || !frame) return []
  const column = frame.backbone.columns.find(({ step }) => step === target.step)
  const step = column?.step ? (column.title ?? text('window-step-untitled')) : text('across')
  const parts = [
    how !== 'refer' && (scene.name || bandName(scene)),
    how === 'keep' ? text('window-own-steps') : step,
    ...pieces(coming.of(bandKey(target.band))),
  ]
  return parts.filter((part) => part !== false)
}

function pieces(scene: BandScene | undefined): string[] {
  const { report, sprint } = scene ?? {}
  const { whole = 0, pieces = 0, technical = 0, groundwork = 0 } = report ?? {}
  const count = sprint?.pieces ?? pieces
  const of = sprint?.touched ?? whole + pieces + technical + groundwork
  return count > 0 ? [text('window-stay-in-pieces', { count, of })] : []
}

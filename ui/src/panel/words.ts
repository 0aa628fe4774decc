/** What the panel is called, and where that of which it tells stands. */
import type { Details } from '../bindings'
import { text } from '../text'

/** "Details of Pay by card". */
export function titleOf(details: Details): string {
  switch (details.of) {
    case 'findings':
      return text('findings-name')
    case 'personas':
      return text('panel-personas')
    case 'done-rules':
      return text('panel-done-rules')
    case 'report':
      return text('report-of', { name: details.is.name })
    case 'slice':
    case 'sprint':
      return text('panel-of', { name: details.is.name })
    default:
      return text('panel-of', { name: details.is.title || text('activity-untitled') })
  }
}

/** From the widest to the closest. */
export function whereIs(details: Details): string[] {
  switch (details.of) {
    case 'item': {
      const { activity, step, slice, sprint } = details.is.path
      const named = (name: string | null) => (name === '' ? text('activity-untitled') : name)
      const column = [named(activity), named(step)].filter((part) => part !== null).join(' › ')
      const stands = [column, slice, sprint].filter((part): part is string => Boolean(part))
      return stands.length > 0 ? stands : [text('panel-no-place')]
    }
    case 'report':
      return [text('report-report'), text(`panel-${details.is.band.type}`)]
    case 'findings':
    case 'personas':
    case 'done-rules':
      return [text('panel-whole-map')]
    case 'step':
      return [text('panel-step'), details.is.activity].filter(Boolean)
    default:
      return [text(`panel-${details.of}`)]
  }
}

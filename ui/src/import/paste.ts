/** Pasting on the map or on the empty state: text on the clipboard is read as a backlog. */
import { job } from '../job.svelte'
import { openMap } from '../openMap.svelte'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'
import { toasts } from '../toasts.svelte'
import { importing } from './importing.svelte'

/** Reads what is pasted, unless it is pasted into a field or into a dialog. */
export function paste(event: ClipboardEvent): void {
  const { target } = event
  const inField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  if (inField || event.defaultPrevented || importing.preview || job.label || sheets.open) return
  if (openMap.readOnly !== null || document.querySelector('dialog[open]')) return
  event.preventDefault()
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  if (pasted.trim()) void importing.readPasted(pasted)
  else toasts.say(text('window-import-no-text'), 'alert')
}

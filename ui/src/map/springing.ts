/** A folded column opens under cards that rest over it. */
import type { Target } from './drop'
import { unfoldColumn } from './looks'
import { timeOf } from './motion'
import { viewport } from './viewport.svelte'

let over = ''
let timer = 0

/** Cards are held over a place; `null`: over none. */
export function spring(target: Target | null): void {
  const on = target?.on === 'cell' && !target.head ? target : null
  const column = on && viewport.grid?.columns.find(({ id }) => id === on.step)
  const shut = column?.shut ? `${column.id}` : ''
  if (shut === over) return
  over = shut
  clearTimeout(timer)
  if (column?.shut) timer = window.setTimeout(() => unfoldColumn(column.id), timeOf('--t-tip'))
}

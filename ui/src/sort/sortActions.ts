/** The way into the sorting sheet. */
import type { Action } from '../action'
import { canEdit } from '../conditions'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'

export const sortActions = {
  sort: {
    label: () => text('sort-action'),
    keys: ['Ctrl+Shift+O'],
    alsoInFields: true,
    when: canEdit,
    run: () => sheets.show({ is: 'sorting' }),
  },
} satisfies Record<string, Action>

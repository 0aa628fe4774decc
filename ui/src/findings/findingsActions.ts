/** The ways to what the checks say, and to what the backlog consists of. */
import type { Action } from '../action'
import { hasMap } from '../conditions'
import { panel } from '../panel/panel.svelte'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'

export const findingsActions = {
  findings: {
    label: () => text('findings-name'),
    keys: ['Ctrl+Shift+F'],
    when: hasMap,
    run: () => panel.open({ of: 'findings' }),
  },
  transparency: {
    label: () => text('transparency-name'),
    keys: ['Ctrl+Shift+B'],
    when: hasMap,
    run: () => sheets.show({ is: 'transparency' }),
  },
} satisfies Record<string, Action>

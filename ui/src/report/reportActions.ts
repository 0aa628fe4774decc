/** What can be asked of a slice or a Sprint. */
import type { Action } from '../action'
import { hasMap, spotMeant } from '../conditions'
import { openMap } from '../openMap.svelte'
import { panel } from '../panel/panel.svelte'
import { reportAt } from '../panel/subjects'
import { sheets } from '../sheet/sheets.svelte'
import { text } from '../text'

/** The slice that is meant: the one whose head has the focus. */
function sliceMeant(): string | null {
  const subject = reportAt(spotMeant())
  return subject?.of === 'slice-report' ? subject.id : null
}

export const reportActions = {
  report: {
    label: () => text('report-action'),
    keys: [],
    when: () => hasMap() && reportAt(spotMeant()) !== null,
    run: () => {
      const report = reportAt(spotMeant())
      if (report) void panel.open(report)
    },
  },
  walkThrough: {
    label: () => text('walk-action'),
    keys: ['W'],
    onMap: true,
    when: () => hasMap() && openMap.view.bandsBy === 'slices' && sliceMeant() !== null,
    run: () => {
      const slice = sliceMeant()
      if (slice) sheets.show({ is: 'walk', slice })
    },
  },
} satisfies Record<string, Action>

/** Scenes for tests, drawn as text: the first line names the steps, each further line is a band. */
import type { BandReport, BandScene, Scene, Update, Verdict } from '../bindings'
import { plainFace as face } from '../map/face'
import { VIEW } from '../openMap.svelte'

/** The Team lens, as the core says it. */
export const TEAM = {
  cardW: 152,
  cardH: 84,
  cardInset: 10,
  gap: 8,
  activityGap: 16,
  track: 36,
  trackSprint: 28,
  trackLater: 12,
  lineYTenths: 175,
  bandEnd: 12,
  bandMin: 152,
  bandFolded: 28,
  acrossOpen: 164,
  acrossGap: 16,
  columnShut: 28,
  goalRow: 28,
  activityRow: 36,
  stepRow: 40,
  sliceHead: 208,
}

/** A report in which nothing stands. */
export function report(verdict: Verdict, more: Partial<BandReport> = {}): BandReport {
  return {
    verdict,
    reasons: [],
    whole: 0,
    pieces: 0,
    technical: 0,
    groundwork: 0,
    looseTasks: 0,
    holes: [],
    serves: [],
    leansOn: [],
    fact: { code: 'not-started' },
    ...more,
  }
}

/** One band. */
export function band(name: string, more: Partial<BandScene> = {}): BandScene {
  const quiet = name === 'Later' || name === 'Earlier'
  return {
    band: quiet ? { type: name === 'Later' ? 'later' : 'earlier' } : { type: 'slice', slice: name },
    name: quiet ? '' : name,
    nameLines: quiet ? [] : [name],
    outcomeLines: [],
    rows: 0,
    items: 0,
    folded: false,
    report: quiet ? null : report('gaps'),
    sprint: null,
    line: null,
    ...more,
  }
}

/**
 * A scene. Steps are columns, each an activity of its own; ids are the names. A title that begins with
 * `☐ ` is a task.
 *
 * ```text
 *        | Search       | Pay
 * MVP    | Find by name | Card
 * Later  | Filter, Sort | ☐ Invoice form
 * ```
 */
export function sketch(drawing: string): Scene {
  const rows = drawing
    .split('\n')
    .filter((row) => row.trim())
    .map((row) => row.split('|').map((cell) => cell.trim()))
  const [head = [], ...bands] = rows
  const steps = head.slice(1)
  const scene: Scene = {
    view: VIEW,
    metrics: TEAM,
    backbone: {
      columns: steps.map((step) => ({
        step,
        title: step,
        lines: [step],
        endsActivity: true,
        fold: 'open',
      })),
      activities: steps.map((step, first) => ({
        activity: step,
        title: step,
        line: step,
        first,
        count: 1,
        collapsed: false,
      })),
      goals: [],
      goalRows: 0,
    },
    personas: [],
    bands: [],
    lists: [],
    faces: {},
    totals: { items: 0, activities: steps.length, tasks: 0, increments: 0, technical: 0 },
  }
  for (const [name = '', ...cells] of bands) {
    const drawn = band(name)
    for (const [index, cell] of cells.entries()) {
      const titles = cell.split(', ').filter(Boolean)
      for (const title of titles)
        scene.faces[title] = face(title, { isTask: title.startsWith('☐ ') })
      if (titles.length === 0) continue
      const step = steps[index] ?? null
      scene.lists.push({ key: { type: 'cell', band: drawn.band, step }, cards: titles, rest: null })
      drawn.rows = Math.max(drawn.rows, titles.length)
      drawn.items += titles.length
    }
    scene.bands.push(drawn)
  }
  return scene
}

/** The first update of a window that shows a scene. */
export function shows(scene: Scene): Update {
  return {
    revision: 1,
    title: 'Corner',
    scene: { type: 'whole', scene },
    undo: null,
    redo: null,
    readOnly: null,
  }
}

export { plainFace as face } from '../map/face'

import { expect, test } from 'vitest'
import { hasText, text } from './text'

const sources = import.meta.glob<string>(['./**/*.ts', './**/*.svelte', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const all = Object.values(sources).join('\n')

/** Ids that are written out, and for those made of parts every id that the parts can make. */
const written = [...all.matchAll(/\btext\(\s*'([a-z][\w-]*)'/g)].map(([, id = '']) => id)
const made = [...all.matchAll(/\btext\(\s*`([^`]+)`/g)].map(([, pattern = '']) => pattern)

const PARTS: Record<string, readonly string[]> = {
  'band-${scene.band.type}': ['band-later', 'band-earlier'],
  '${scene.band.type}-items': ['later-items', 'earlier-items'],
  'goal-${goal.state}': ['goal-next', 'goal-reached', 'goal-abandoned'],
  'kind-${face.kind}': ['kind-bug', 'kind-enabler', 'kind-spike', 'kind-note'],
  'line-${word}': ['line-no-pbi-yet', 'line-not-needed'],
  'read-only-${why}': ['asked', 'folder', 'newer', 'file-replaced'].map(
    (why) => `read-only-${why}`,
  ),
  'verdict-${verdict}': verdicts('verdict-'),
  'verdict-${report.verdict}': verdicts('verdict-'),
  'window-${list}': tray(),
  'window-${part.list}': tray(),
  'window-empty-${id}': ['new', 'import', 'open'].map((id) => `window-empty-${id}`),
  'window-empty-${id}-what': ['new', 'import', 'open'].map((id) => `window-empty-${id}-what`),
  'window-import-${reading}': readings(''),
  'window-import-${reading}-what': readings('-what'),
  'window-import-${what}': ['activities', 'slices', 'sprints'].map(
    (what) => `window-import-${what}`,
  ),
  'window-import-of-${what}': ['items', 'tasks', 'structure', 'skipped'].map(
    (what) => `window-import-of-${what}`,
  ),
  'window-import-where-${where}': where(''),
  'window-import-where-${where}-count': where('-count'),
  'window-import-where-${where}-what': where('-what'),
  'window-lesson-${activity}': lesson('window-lesson-'),
  'window-lesson-${verdict}': ['window-lesson-pieces', 'window-lesson-end-to-end'],
  'window-lesson-${what}-${activity}': [
    ...lesson('window-lesson-task-'),
    ...lesson('window-lesson-item-'),
  ],
  'window-key-${id}': [...all.matchAll(/\bhint\('[^']+', '([\w-]+)'\)/g)].map(
    ([, id = '']) => `window-key-${id}`,
  ),
}

function verdicts(before: string): string[] {
  const all = ['empty', 'groundwork', 'pieces', 'gaps', 'part-on-purpose', 'end-to-end']
  return all.map((verdict) => before + verdict)
}
function tray(): string[] {
  return ['window-trayItems', 'window-trayTasks', 'window-trayNotes']
}
function readings(after: string): string[] {
  return ['epics-as-items', 'epics-as-activities'].map((id) => `window-import-${id}${after}`)
}
function where(after: string): string[] {
  const all = ['backbone', 'slices', 'sprints', 'items', 'tasks', 'updated']
  return all.map((id) => `window-import-where-${id}${after}`)
}
function lesson(before: string): string[] {
  return ['find', 'order', 'pay', 'collect'].map((activity) => before + activity)
}

test('the catalogue has every sentence that the window says', () => {
  expect(written.length).toBeGreaterThan(50)
  expect(written.filter((id) => !hasText(id))).toEqual([])
})

test('the catalogue has every sentence whose id is made of parts', () => {
  expect(made.filter((pattern) => !(pattern in PARTS))).toEqual([])
  expect(
    Object.values(PARTS)
      .flat()
      .filter((id) => !hasText(id)),
  ).toEqual([])
})

test('a sentence takes its arguments without marks around them', () => {
  expect(text('window-undo-what', { what: 'Move 3 PBIs' })).toBe('Undo: Move 3 PBIs')
})

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
  'fact-value-${value}': ['open', 'confirmed', 'refuted', 'some'].map(
    (value) => `fact-value-${value}`,
  ),
  'goal-${goal.state}': ['goal-next', 'goal-reached', 'goal-abandoned'],
  'goal-${id}': ['goal-outcome', 'goal-measure'],
  'goal-${id}-hint': ['goal-outcome-hint', 'goal-measure-hint'],
  'goal-state-${id}': ['next', 'active', 'reached', 'abandoned'].map((id) => `goal-state-${id}`),
  'item-kind-${kind}': ['outcome', 'bug', 'enabler', 'spike', 'note'].map(
    (kind) => `item-kind-${kind}`,
  ),
  'item-story-${part}': ['persona', 'want', 'benefit'].map((part) => `item-story-${part}`),
  'item-story-${part}-hint': ['persona', 'want', 'benefit'].map(
    (part) => `item-story-${part}-hint`,
  ),
  'panel-${details.of}': ['activity', 'slice', 'sprint', 'goal'].map((of) => `panel-${of}`),
  'goal-${state}': ['active', 'next', 'reached', 'abandoned'].map((state) => `goal-${state}`),
  'act-goal-${to}': ['active', 'next', 'reached', 'abandoned'].map((to) => `act-goal-${to}`),
  'goal-${to}': ['active', 'next', 'reached', 'abandoned'].map((to) => `goal-${to}`),
  'act-kind-${of}': ['outcome', 'bug', 'enabler', 'spike', 'note'].map((of) => `act-kind-${of}`),
  'act-level-${to}': levels('act-level-'),
  'level-${to}': levels('level-'),
  'act-kept-${to}': ['across', 'later', 'unplanned'].map((to) => `act-kept-${to}`),
  'noun-${band.type}': ['noun-slice', 'noun-sprint'],
  'kind-${kind}': ['outcome', 'bug', 'enabler', 'spike', 'note'].map((kind) => `kind-${kind}`),
  'act-${line.menu}': [...all.matchAll(/\bmenu: '(\w+)'/g)].map(([, id = '']) => `act-${id}`),
  "act-add-${next(spotMeant()) ?? 'card'}": ['card', 'step', 'slice', 'sprint', 'goal'].map(
    (id) => `act-add-${id}`,
  ),
  'kind-${face.kind}': ['kind-bug', 'kind-enabler', 'kind-spike', 'kind-note'],
  'line-${word}': ['line-no-pbi-yet', 'line-not-needed'],
  'read-only-${why}': ['asked', 'folder', 'newer', 'file-replaced'].map(
    (why) => `read-only-${why}`,
  ),
  'verdict-${verdict}': verdicts('verdict-'),
  'verdict-${change.verdict}': verdicts('verdict-'),
  'covered-${marked.how}': ['live', 'by-hand', 'not-needed'].map((how) => `covered-${how}`),
  'panel-${details.is.band.type}': ['panel-slice', 'panel-sprint'],
  'report-asks-${answer.asks}': ['report-asks-title', 'report-asks-reason'],
  'verdict-${answer.verdict}': verdicts('verdict-'),
  'findings-rule-${rule}': [...all.matchAll(/"([a-z-]+)"/g)]
    .map(([, rule = '']) => `findings-rule-${rule}`)
    .filter(hasText),
  'transparency-${id}': [
    'parts',
    'pass',
    'goals',
    'slices',
    'sprints',
    'goals-alone',
    'items-alone',
    'tasks-alone',
  ].map((id) => `transparency-${id}`),
  'transparency-${sort}': ['outcomes', 'groundwork', 'bugs', 'undeclared', 'likelyTechnical'].map(
    (sort) => `transparency-${sort}`,
  ),
  'transparency-no-${id}': ['goals', 'slices', 'sprints'].map((id) => `transparency-no-${id}`),
  'transparency-by-${id}': ['age', 'twins', 'goal'].map((id) => `transparency-by-${id}`),
  'transparency-said-${row.said}': ['keep', 'let-go', 'ask'].map(
    (said) => `transparency-said-${said}`,
  ),
  'transparency-say-${said}': ['keep', 'let-go', 'ask'].map((said) => `transparency-say-${said}`),
  '${id}-action': ['demo-action', 'sprint-backlog-action'],
  'sort-step-${step}': ['whom', 'outcomes', 'deal', 'alone', 'place'].map(
    (id) => `sort-step-${id}`,
  ),
  "sort-said-${key === '?' ? 'ask' : key}": sortAnswers('sort-said-'),
  "sort-answer-${key === '?' ? 'ask' : key}": sortAnswers('sort-answer-'),
  'walk-answer-${id}': walkAnswers(''),
  'walk-answer-${id}-what': walkAnswers('-what'),
  'walk-stop-${step.stop}': stops('walk-stop-', 'nothing'),
  'walk-state-${step.stop}': stops(
    'walk-state-',
    'nothing',
    'whole',
    'whole-done',
    'covered',
    'covered-done',
  ),
  'walk-as-${as}': ['walk-as-card', 'walk-as-feedback'],
  'walk-note-${as}': ['walk-note-card', 'walk-note-feedback'],
  'report-asks-${change.asks}': ['report-asks-title', 'report-asks-reason'],
  'stop-${stop}': stops('stop-', 'whole', 'whole-done', 'covered', 'covered-done'),
  'verdict-${report.verdict}': verdicts('verdict-'),
  'window-${list}': tray(),
  'window-${part.list}': tray(),
  'window-empty-${id}': ['goal', 'paste', 'import'].map((id) => `window-empty-${id}`),
  'window-empty-${id}-what': ['goal', 'paste', 'import'].map((id) => `window-empty-${id}-what`),
  'window-import-${offer.reading}': readings('window-import-'),
  "window-import-${index === 0 ? 'first' : 'other'}-${offer.reading}": [
    ...readings('window-import-first-'),
    ...readings('window-import-other-'),
  ],
  'window-import-kind-${preview.system}': ['jira', 'github', 'trello', 'table', 'outline'].map(
    (system) => `window-import-kind-${system}`,
  ),
  'window-import-role-${role}': roles(),
  "window-import-role-${becomes ?? 'task'}": [...roles(), 'window-import-role-task'],
  'window-import-holds-${answer}': ['title', 'key', 'parent-key', 'labels', 'last-viewed'].map(
    (holds) => `window-import-holds-${holds}`,
  ),
  'window-import-skipped-${why}': ['unread', 'tags', 'left', 'old'].map(
    (why) => `window-import-skipped-${why}`,
  ),
  'window-import-of-${what}': ['items', 'tasks', 'structure', 'skipped'].map(
    (what) => `window-import-of-${what}`,
  ),
  'window-import-where-${where}': where(''),
  'window-import-where-${where}-count': where('-count'),
  'window-import-where-${where}-what': ['items', 'tray', 'tasks', 'updated'].map(
    (where) => `window-import-where-${where}-what`,
  ),
  'window-lesson-${activity}': lesson('window-lesson-'),
  'window-lesson-${verdict}': ['window-lesson-pieces', 'window-lesson-end-to-end'],
  'window-lesson-${what}-${activity}': [
    ...lesson('window-lesson-task-'),
    ...lesson('window-lesson-item-'),
  ],
  'help-group-${group.id}': ['map', 'cards', 'look', 'file', 'empty'].map(
    (id) => `help-group-${id}`,
  ),
  'help-${id}': 'walk home open story write move extend stretch fold pan back region'
    .split(' ')
    .map((id) => `help-${id}`),
  'palette-${section.id}': ['palette-cards', 'palette-map', 'palette-do', 'palette-recent'],
  'palette-way-${way.at(-1)}': ['choose', 'go', 'only-do', 'tags', 'personas'].map(
    (way) => `palette-way-${way}`,
  ),
  'noun-${row.of}': ['goal', 'activity', 'step', 'slice', 'sprint'].map((of) => `noun-${of}`),
  'lens-${id}': ['lens-team', 'lens-workshop'],
  'lens-${lens}': ['lens-team', 'lens-workshop'],
  'export-format-${id}': ['export-format-png', 'export-format-svg'],
  'export-what-${id}': 'map slices sprints cards view'.split(' ').map((id) => `export-what-${id}`),
  'export-theme-${id}': 'light dark high-contrast print'
    .split(' ')
    .map((id) => `export-theme-${id}`),
  'bands-${id}': ['bands-slices', 'bands-sprints'],
  'learn-usable-${line.usable}': ['learn-usable-yes', 'learn-usable-no'],
  'learn-is-usable-${id}': ['yes', 'no', 'unknown'].map((id) => `learn-is-usable-${id}`),
  'learn-value-${it.value}': learned(),
  'learn-is-${is}': ['open', 'kept', 'gone'].map((is) => `learn-is-${is}`),
  'learn-value-${value}': learned(),
  'learn-value-${line.value}': learned(),
  'window-bands-${by}': ['window-bands-slices', 'window-bands-sprints'],
  'window-new-${kind}': ['window-new-slice', 'window-new-sprint'],
  'window-${kind}-placeholder': ['window-slice-placeholder', 'window-sprint-placeholder'],
  'window-add-${kind}': ['window-add-slice', 'window-add-sprint'],
  '${type}-items': ['later-items', 'earlier-items'],
  'sprint-${phase.type}': ['sprint-ahead', 'sprint-ended'],
  'window-block-${look}': 'whole done pieces hollow groundwork'
    .split(' ')
    .map((look) => `window-block-${look}`),
  'window-key-${id}': [...all.matchAll(/\bhint\('[^']+', '([\w-]+)'\)/g)].map(
    ([, id = '']) => `window-key-${id}`,
  ),
}

function verdicts(before: string): string[] {
  const all = ['empty', 'groundwork', 'pieces', 'gaps', 'part-on-purpose', 'end-to-end']
  return all.map((verdict) => before + verdict)
}
function sortAnswers(before: string): string[] {
  return ['o', 'e', 's', 'b', 'a', 'ask', 'x'].map((id) => before + id)
}
function walkAnswers(after: string): string[] {
  return ['new', 'live', 'by-hand', 'not-needed', 'part'].map((id) => `walk-answer-${id}${after}`)
}
/** How something stands on a way: what may be said everywhere, and what is said here besides. */
function stops(before: string, ...more: readonly string[]): string[] {
  const everywhere = ['hole', 'hole-above', 'live', 'by-hand', 'not-needed', 'groundwork']
  return [...everywhere, ...more].map((stop) => before + stop)
}
function learned(): string[] {
  return ['confirmed', 'refuted', 'unknown'].map((value) => `learn-value-${value}`)
}
function levels(before: string): string[] {
  return ['goal', 'activity', 'step', 'item', 'task', 'note'].map((level) => before + level)
}
function tray(): string[] {
  return ['window-trayItems', 'window-trayTasks', 'window-trayNotes']
}
function readings(before: string): string[] {
  return ['epics-as-items', 'epics-as-activities'].map((id) => before + id)
}
function roles(): string[] {
  const all = ['activity', 'step', 'goal', 'item', 'tag', 'leave']
  return all.map((role) => `window-import-role-${role}`)
}
function where(after: string): string[] {
  const all = ['backbone', 'items', 'tray', 'tasks', 'slices', 'sprints', 'tags', 'updated']
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

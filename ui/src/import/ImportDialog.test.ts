import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands, type ImportPreview, type Sorting } from '../bindings'
import { toasts } from '../toasts.svelte'
import ImportDialog from './ImportDialog.svelte'
import { importing } from './importing.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({
  commands: { takeImport: vi.fn(), dropImport: vi.fn(), chooseImport: vi.fn(), sorting: vi.fn() },
}))

const preview: ImportPreview = {
  token: 7,
  file: 'backlog.csv',
  reading: 'epics-as-activities',
  offers: [],
  epics: [],
  columns: [],
  system: 'jira',
  old: 0,
  technical: 70,
  rows: 12,
  items: 6,
  tasks: 3,
  structure: 2,
  skipped: 1,
  skippedAs: { unread: 1, tags: 0, left: 0, old: 0 },
  updated: 0,
  changed: 0,
  changes: true,
  silhouette: { endsActivity: [], bands: [], tray: { cards: 0, new: 0 } },
  goals: [],
  steps: 0,
  itemsInSteps: 4,
  itemsInTray: 2,
  tasksInTray: 0,
  tags: [],
  activities: ['Find a café', ''],
  slices: ['Walking skeleton'],
  sprints: [],
  problems: [{ line: 4, column: 'Estimate', what: '“XL” is no number.', done: 'Left empty.' }],
  problemsLeftOut: 0,
}

let dialog: ReturnType<typeof mount>
beforeEach(() => vi.resetAllMocks())
afterEach(() => unmount(dialog))

function draw(more: Partial<ImportPreview> = {}) {
  importing.preview = { ...preview, ...more }
  importing.choices = {
    reading: null,
    epics: {},
    rows: 'all',
    noSlices: false,
    noSprints: false,
    columns: [],
  }
  dialog = mount(ImportDialog, { target: document.body, props: { preview: importing.preview } })
  flushSync()
}
const shown = () =>
  (document.querySelector('dialog')?.textContent ?? '').replaceAll('+', ' +').replace(/\s+/g, ' ')
const press = (name: string) =>
  [...document.querySelectorAll('button')]
    .find((button) => button.textContent?.includes(name))
    ?.click()

test('the counts add up before the eye', () => {
  draw()
  expect(shown()).toContain('12 rows = 6 PBIs + 3 tasks + 2 in the backbone + 1 skipped')
})

test('problems are listed by line, with what was done about them', () => {
  draw()
  expect(shown()).toMatch(/1 problem by line 4 ?Estimate: “XL” is no number\. ?Left empty\./)
})

const offers = [
  { reading: 'epics-as-items' as const, activities: 0, items: 2, tasks: 9, loose: 0 },
  { reading: 'epics-as-activities' as const, activities: 2, items: 6, tasks: 3, loose: 0 },
]
const epics = [
  { key: 'C-1', title: 'Pay', below: 7, technical: 84, role: 'activity' as const },
  { key: 'C-2', title: 'Collect', below: 1, technical: null, role: 'activity' as const },
]
const answers = (change: Partial<ImportPreview> = {}) =>
  vi.mocked(commands.chooseImport).mockResolvedValue({
    status: 'ok',
    data: { ...preview, offers, epics, ...change },
  })
const chosen = () => vi.mocked(commands.chooseImport).mock.lastCall?.[1]
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-epic]')]
const type = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))

test('two readings are offered, the fitting one first, with what comes of each', () => {
  draw()
  expect(document.querySelectorAll('input[type=radio]')).toHaveLength(0)
  unmount(dialog)
  draw({ offers })
  const labels = [...document.querySelectorAll('.readings label')].map((label) => label.textContent)
  expect(labels[0]).toMatch(
    /Epics → PBIs.*70 % of the rows look technical.*2 PBIs, 9 tasks below their PBIs/,
  )
  expect(labels[1]).toMatch(/2 activities, 6 PBIs, 3 tasks below their PBIs/)
})

test('choosing the other reading reads the file again', async () => {
  draw({ offers })
  answers({ reading: 'epics-as-items' })
  document.querySelector<HTMLInputElement>('input:not(:checked)')?.click()
  await vi.waitFor(() => expect(importing.preview?.reading).toBe('epics-as-items'))
  expect(chosen()).toMatchObject({ reading: 'epics-as-items' })
})

test('one key says what the epic in focus becomes, and arrows go on to the next', async () => {
  draw({ epics })
  answers()
  expect(document.activeElement).toBe(rows()[0])
  expect(rows()[0]?.textContent).toContain('A')
  expect(rows()[1]?.querySelector('kbd')).toBeNull()
  type('ArrowDown')
  await vi.waitFor(() => expect(document.activeElement).toBe(rows()[1]))
  type('t')
  await vi.waitFor(() => expect(chosen()?.epics).toEqual({ 'C-2': 'tag' }))
  expect(rows()[1]?.querySelector('[aria-pressed=true]')?.textContent).toContain('tag')
})

test('several quick answers are read in one go, the newest last', async () => {
  draw({ epics })
  answers()
  type('g')
  type('p')
  type('x')
  await vi.waitFor(() => expect(commands.chooseImport).toHaveBeenCalledTimes(2))
  expect(chosen()?.epics).toEqual({ 'C-1': 'leave' })
})

test('a column is taken for something else, and the preview follows', async () => {
  const column = { at: 3, heading: 'Area', holds: null, sample: 'Pay' }
  draw({ columns: [column] })
  answers({ columns: [{ ...column, holds: 'labels' }] })
  press('Columns 0 of 1 used')
  flushSync()
  const select = document.querySelector('select')
  if (!select) throw new Error('no column to choose')
  select.value = 'labels'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await vi.waitFor(() => expect(importing.preview?.columns[0]?.holds).toBe('labels'))
  expect(chosen()?.columns).toEqual([[3, 'labels']])
})

test('old rows and versions can be left out', async () => {
  draw({ old: 4, columns: [{ at: 0, heading: 'Fix', holds: 'fix-version', sample: 'R1' }] })
  answers({ old: 4, columns: [{ at: 0, heading: 'Fix', holds: 'fix-version', sample: 'R1' }] })
  press('Open and recent 8')
  await vi.waitFor(() => expect(chosen()?.rows).toBe('open-and-recent'))
  document.querySelector<HTMLInputElement>('.wishes input')?.click()
  await vi.waitFor(() => expect(chosen()?.noSlices).toBe(true))
})

/** What is to be sorted once it came in. */
function comes(mostlyTasks: boolean) {
  const sorting = { mostlyTasks, left: [{}, {}, {}] } as unknown as Sorting
  vi.mocked(commands.takeImport).mockResolvedValue({ status: 'ok', data: false })
  vi.mocked(commands.sorting).mockResolvedValue({ status: 'ok', data: sorting })
}

test('Import takes it, and the dialog is over', async () => {
  draw()
  comes(false)
  press('Import as one change')
  await vi.waitFor(() => expect(importing.preview).toBeNull())
  expect(vi.mocked(commands.takeImport).mock.lastCall?.[0]).toBe(7)
  await vi.waitFor(() => expect(toasts.shown.at(-1)?.button?.label).toBe('Undo'))
})

test('where most of what came in looks like tasks, their sorting is offered', async () => {
  draw()
  comes(true)
  press('Import as one change')
  await vi.waitFor(() => expect(toasts.shown.at(-1)?.button?.label).toBe('Sort them'))
  expect(toasts.shown.at(-1)?.sentence).toContain('3 lines')
})

test('a refused import leaves the dialog as it is', async () => {
  draw()
  const error = { code: null, message: 'The disk is full.' }
  vi.mocked(commands.takeImport).mockResolvedValue({ status: 'error', error })
  await importing.take()
  expect(commands.takeImport).toHaveBeenCalled()
  expect(importing.preview).not.toBeNull()
})

test('Cancel forgets it', () => {
  draw()
  press('Cancel')
  expect(importing.preview).toBeNull()
  expect(commands.dropImport).toHaveBeenCalledWith(7)
})

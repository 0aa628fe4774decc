import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands, type ImportPreview } from '../bindings'
import ImportDialog from './ImportDialog.svelte'
import { importing } from './importing.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({
  commands: { takeImport: vi.fn(), dropImport: vi.fn(), readImportAs: vi.fn() },
}))

const preview: ImportPreview = {
  token: 7,
  file: 'backlog.csv',
  reading: 'epics-as-activities',
  offersEpicsAsItems: false,
  rows: 12,
  items: 6,
  tasks: 3,
  structure: 2,
  skipped: 1,
  updated: 0,
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

test('two readings are offered only where the backlog may be read two ways', () => {
  draw()
  expect(document.querySelectorAll('input[type=radio]')).toHaveLength(0)
  unmount(dialog)
  draw({ offersEpicsAsItems: true })
  expect(document.querySelectorAll('input[type=radio]')).toHaveLength(2)
})

test('choosing the other reading reads the file again', async () => {
  draw({ offersEpicsAsItems: true })
  const other = { ...preview, reading: 'epics-as-items' } as const
  vi.mocked(commands.readImportAs).mockResolvedValue({ status: 'ok', data: other })
  document.querySelector<HTMLInputElement>('input:not(:checked)')?.click()
  await vi.waitFor(() => expect(importing.preview?.reading).toBe('epics-as-items'))
})

test('Import takes it, and the dialog is over', async () => {
  draw()
  vi.mocked(commands.takeImport).mockResolvedValue({ status: 'ok', data: false })
  press('Import as one change')
  await vi.waitFor(() => expect(importing.preview).toBeNull())
  expect(commands.takeImport).toHaveBeenCalledWith(7)
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

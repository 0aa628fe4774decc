import { beforeEach, expect, test, vi } from 'vitest'
import { type Answer, commands, type Edit, type SceneUpdate, type Update } from './bindings'
import { OpenMap } from './openMap.svelte'
import { face, shows, sketch } from './testing/sketch'

vi.mock('./shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('./bindings', () => ({ commands: { look: vi.fn(), edit: vi.fn(), watch: vi.fn() } }))

const scene = sketch(`
         | Search | Pay
  MVP    | Find   | Card, Cash
  Later  |        |
`)
type Patch = Extract<SceneUpdate, { type: 'patch' }>

let map: OpenMap
beforeEach(() => {
  vi.resetAllMocks()
  vi.mocked(commands.look).mockResolvedValue({ status: 'ok', data: null })
  map = new OpenMap()
  map.apply(shows(scene))
})

function patch(revision: number, changes: Partial<Patch>): Update {
  const nothing: Patch = {
    type: 'patch',
    backbone: null,
    personas: null,
    order: null,
    bands: [],
    lists: [],
    faces: {},
    gone: [],
    totals: scene.totals,
  }
  return { ...shows(scene), revision, scene: { ...nothing, ...changes } }
}
const pay = { type: 'cell', band: { type: 'slice', slice: 'MVP' }, step: 'Pay' } as const

test('a whole scene is what is shown', () => {
  expect(map.state).toBe('open')
  expect(map.cards('MVP/Pay')).toEqual(['Card', 'Cash'])
  expect(map.listOf.get('Cash')).toBe('MVP/Pay')
  expect(map.faces.get('Find')?.title).toBe('Find')
})

test('a patch changes the lists, faces and bands that it names, and leaves the rest as it was', () => {
  const find = map.cards('MVP/Search')
  const bands = map.frame?.bands
  map.apply(
    patch(2, {
      lists: [{ key: pay, at: 1, removed: 1, added: ['Wallet', 'Voucher'], rest: null }],
      faces: { Wallet: face('Wallet'), Voucher: face('Voucher') },
      gone: ['Cash'],
    }),
  )
  expect(map.cards('MVP/Pay')).toEqual(['Card', 'Wallet', 'Voucher'])
  expect([map.faces.has('Cash'), map.faces.get('Voucher')?.title]).toEqual([false, 'Voucher'])
  expect(map.cards('MVP/Search'), 'untouched lists stay the same').toBe(find)
  expect(map.frame?.bands, 'untouched bands stay the same').toBe(bands)
})

test('a list without cards is gone', () => {
  map.apply(patch(2, { lists: [{ key: pay, at: 0, removed: 2, added: [], rest: null }] }))
  expect(map.lists.has('MVP/Pay')).toBe(false)
})

test('bands come, change and go in the order that the patch says', () => {
  const [mvp, later] = scene.bands
  if (!mvp || !later) throw new Error('the sketch has two bands')
  const beta = { ...mvp, band: { type: 'slice', slice: 'Beta' } as const, name: 'Beta' }
  map.apply(patch(2, { bands: [beta], order: [beta.band, mvp.band, later.band] }))
  expect(map.frame?.bands.map(({ name }) => name)).toEqual(['Beta', 'MVP', ''])

  map.apply(patch(3, { bands: [{ ...beta, name: 'Gamma' }], order: [beta.band, later.band] }))
  expect(map.frame?.bands.map(({ name }) => name)).toEqual(['Gamma', ''])
})

test('where a patch was missed, the whole scene is asked for, and nothing is shown by halves', async () => {
  map.apply(patch(3, { lists: [{ key: pay, at: 0, removed: 2, added: [], rest: null }] }))
  expect(map.cards('MVP/Pay')).toEqual(['Card', 'Cash'])
  expect(map.revision).toBe(1)
  await vi.waitFor(() => expect(commands.look).toHaveBeenCalledOnce())
})

test('the next edit leaves when the one before is answered', async () => {
  const answers: ((answer: { status: 'ok'; data: Answer }) => void)[] = []
  const sent: Edit[] = []
  vi.mocked(commands.edit).mockImplementation((edit) => {
    sent.push(edit)
    return new Promise((resolve) => answers.push(resolve))
  })
  const first = map.edit({ type: 'renameMap', title: 'One' })
  const second = map.edit({ type: 'renameMap', title: 'Two' })
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(map.saving).toBe(2)

  answers[0]?.({ status: 'ok', data: { change: 1, created: [] } })
  await first
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  answers[1]?.({ status: 'ok', data: { change: 2, created: [] } })
  await second
  expect(map.saving).toBe(0)
})

test('a refused edit is told, and the next one goes on', async () => {
  const told: string[] = []
  map.onrefused = ({ message }) => told.push(message)
  vi.mocked(commands.edit)
    .mockResolvedValueOnce({
      status: 'error',
      error: { code: null, message: 'The name is empty.' },
    })
    .mockResolvedValueOnce({ status: 'ok', data: { change: 1, created: ['new'] } })

  expect(await map.edit({ type: 'addSlice', name: '' })).toBeNull()
  expect(await map.edit({ type: 'addSlice', name: 'Beta' })).toEqual({
    change: 1,
    created: ['new'],
  })
  expect(told).toEqual(['The name is empty.'])
})

test('a window without a map shows none', async () => {
  const empty = new OpenMap()
  vi.mocked(commands.watch).mockResolvedValue({ status: 'ok', data: false })
  await empty.watch()
  expect(empty.state).toBe('none')
})

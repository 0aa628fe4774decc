import { flushSync, mount, unmount } from 'svelte'
import { expect, test, vi } from 'vitest'
import type { Action } from '../action'
import { actions } from '../actions'
import Help from './Help.svelte'
import { help } from './help.svelte'

vi.mock('../shell', () => ({ channel: (heard: unknown) => heard }))
vi.mock('../bindings', () => ({ commands: {} }))

test('every action that has a key stands there with all of its keys', async () => {
  const sheet = mount(Help, { target: document.body })
  flushSync()
  const lines = [...document.querySelectorAll('dl > div')].map((line) => ({
    does: line.querySelector('dt')?.textContent,
    keys: [...line.querySelectorAll('kbd')].map((key) => key.textContent?.replaceAll(' ', '')),
  }))
  for (const { label, keys } of Object.values<Action>(actions)) {
    if (keys.length === 0) continue
    const line = lines.find(({ does }) => does === label())
    expect(line?.keys, label()).toEqual(
      keys.map((key) => key.replace(/\+(?=.)/g, '').replace(' ', '')),
    )
  }
  await unmount(sheet)
})

test('it is closed by its button', async () => {
  help.open()
  const sheet = mount(Help, { target: document.body })
  flushSync()
  document.querySelector<HTMLElement>('header button')?.click()
  expect(help.isOpen).toBe(false)
  await unmount(sheet)
})

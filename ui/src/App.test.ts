import { mount, unmount } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import App from './App.svelte'

vi.mock('./bindings', () => ({ commands: { version: async () => '1.2.3' } }))

let app: ReturnType<typeof mount> | undefined
afterEach(() => app && unmount(app))

test('the window says which version it is', async () => {
  app = mount(App, { target: document.body })
  await vi.waitFor(() => expect(document.body.textContent).toContain('Version 1.2.3'))
})

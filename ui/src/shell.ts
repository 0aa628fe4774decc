/** What the bindings do not cover: the shell's channels. */
import { Channel } from '@tauri-apps/api/core'

/** A channel on which the shell speaks to this window, in order. */
export function channel<T>(heard: (message: T) => void): Channel<T> {
  const opened = new Channel<T>()
  opened.onmessage = heard
  return opened
}

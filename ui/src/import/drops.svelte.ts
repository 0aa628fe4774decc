/** Files that are dragged over this window. The shell has their paths; here there is only a token. */
import { commands, type Drag } from '../bindings'
import { job } from '../job.svelte'
import { openMap } from '../openMap.svelte'
import { channel } from '../shell'
import { text } from '../text'
import { toasts } from '../toasts.svelte'
import { importing } from './importing.svelte'

class Drops {
  /** Whether files hover over the window, and it would take them. */
  over = $state(false)

  /** From now on the shell says what is dragged over the window. */
  watch(): void {
    void commands.watchDrags(channel<Drag>((drag) => this.follow(drag)))
  }

  /** What happens to the files. */
  follow(drag: Drag): void {
    // What is being read or decided comes first.
    const free = importing.preview === null && job.label === null
    this.over = drag.type === 'over' && free
    if (drag.type !== 'dropped' || !free) return
    if (openMap.readOnly === null) void importing.readDropped(drag.token)
    else toasts.say(text('window-import-drop-not'), 'alert')
  }
}

/** Those of this window. */
export const drops = new Drops()

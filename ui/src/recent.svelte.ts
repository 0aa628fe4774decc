/** The maps that were shown last, as the shell keeps them. */
import { commands, type RecentMap } from './bindings'

class Recent {
  /** Newest first. */
  maps = $state.raw<readonly RecentMap[]>([])

  /** Asks for them anew: another window may have shown one. */
  async load(): Promise<void> {
    const answer = await commands.recentMaps()
    if (answer.status === 'ok') this.maps = answer.data
  }

  /** Takes one off the list. */
  async forget(token: number): Promise<void> {
    await commands.forgetRecent(token)
    await this.load()
  }
}

/** The list of this program. */
export const recent = new Recent()

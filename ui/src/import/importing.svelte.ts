/** An import under way: a file was read, and waits in the shell for a yes or a no. */
import { commands, type ImportPreview, type Reading } from '../bindings'
import { job } from '../job.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { toasts } from '../toasts.svelte'

class Importing {
  /** What the file would bring; `null`: nothing is being imported. */
  preview = $state.raw<ImportPreview | null>(null)

  /** Lets a file be chosen and read. */
  async pick(): Promise<void> {
    const read = await job.runAfterDialog(text('window-job-read'), commands.pickImport)
    if (read?.data) this.preview = read.data
  }

  /** The same file, its levels taken the other way. */
  async readAs(reading: Reading): Promise<void> {
    const { preview } = this
    if (!preview || preview.reading === reading) return
    const again = await job.run(text('window-job-read'), (progress) =>
      commands.readImportAs(preview.token, reading, progress),
    )
    if (again) this.preview = again.data
  }

  /** Brings it in, as one change. */
  async take(): Promise<void> {
    const { preview } = this
    if (!preview) return
    const taken = await job.run(text('window-job-import'), () => commands.takeImport(preview.token))
    if (!taken) return
    this.preview = null
    const count = preview.items + preview.tasks
    toasts.say(text('window-imported', { file: preview.file, count }), 'news', {
      label: text('window-undo'),
      run: () => void openMap.undo(),
    })
    if (taken.data) await openMap.watch()
  }

  /** Forgets it; nothing was written. */
  drop(): void {
    if (this.preview) void commands.dropImport(this.preview.token)
    this.preview = null
  }
}

/** The one of this window. */
export const importing = new Importing()

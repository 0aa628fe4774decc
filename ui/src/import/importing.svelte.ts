/** An import under way: a file was read, and waits in the shell for a yes or a no. */
import { type Choices, commands, type ImportPreview, type Role } from '../bindings'
import { job } from '../job.svelte'
import { openMap } from '../openMap.svelte'
import { offerSorting } from '../sort/offer'
import { text } from '../text'
import { toasts } from '../toasts.svelte'

/** What nobody has decided yet. */
const UNDECIDED: Choices = {
  reading: null,
  epics: {},
  rows: 'all',
  noSlices: false,
  noSprints: false,
  columns: [],
}

class Importing {
  /** What the file would bring; `null`: nothing is being imported. */
  preview = $state.raw<ImportPreview | null>(null)
  /** Whether a list is being written or pasted into a field of its own. */
  isWriting = $state(false)
  /** What was decided about it so far; the preview follows. */
  choices = $state.raw(UNDECIDED)

  /** Whether the preview is being made anew. */
  #following = false

  /** Lets a file be chosen and read. */
  async pick(): Promise<void> {
    const read = await job.runAfterDialog(text('window-job-read'), commands.pickImport)
    if (read?.data) this.#show(read.data)
  }

  /** Reads the files that were dropped; a map among them is opened instead. */
  async readDropped(token: number): Promise<void> {
    const read = await job.run(text('window-job-read'), (progress) =>
      commands.readDropped(token, progress),
    )
    if (read?.data) this.#show(read.data)
    else if (read && openMap.state === 'none') await openMap.watch()
  }

  /** Lets a list be pasted, or written. */
  write(): void {
    this.isWriting = true
  }

  /** Reads text that was pasted. */
  async readPasted(pasted: string): Promise<void> {
    const read = await job.run(text('window-job-read'), (progress) =>
      commands.readPasted(pasted, progress),
    )
    if (read) this.#show(read.data)
  }

  #show(preview: ImportPreview): void {
    this.isWriting = false
    this.choices = UNDECIDED
    this.preview = preview
  }

  /** Says what one epic becomes. */
  become(epic: string, role: Role): Promise<void> {
    return this.choose({ epics: { ...this.choices.epics, [epic]: role } })
  }

  /** Decides something; the preview follows, the newest decision last. */
  async choose(change: Partial<Choices>): Promise<void> {
    this.choices = { ...this.choices, ...change }
    if (this.#following) return
    this.#following = true
    let shown: Choices | null = null
    while (this.preview && shown !== this.choices) {
      const { choices } = this
      const { token } = this.preview
      const read = await job.run(text('window-job-read'), (progress) =>
        commands.chooseImport(token, choices, progress),
      )
      if (read && this.preview?.token === token) this.preview = read.data
      else if (shown) this.choices = shown
      else break
      shown = choices
    }
    this.#following = false
  }

  /** Brings it in, as one change. */
  async take(): Promise<void> {
    const { preview } = this
    if (!preview || this.#following) return
    const taken = await job.run(text('window-job-import'), (progress) =>
      commands.takeImport(preview.token, progress),
    )
    if (!taken) return
    this.preview = null
    if (taken.data) await openMap.watch()
    if (await offerSorting()) return
    const count = preview.items + preview.tasks
    toasts.say(text('window-imported', { file: preview.file, count }), 'news', {
      label: text('window-undo'),
      run: () => void openMap.undo(),
    })
  }

  /** Forgets it; nothing was written. */
  drop(): void {
    if (this.preview) void commands.dropImport(this.preview.token)
    this.preview = null
  }
}

/** The one of this window. */
export const importing = new Importing()

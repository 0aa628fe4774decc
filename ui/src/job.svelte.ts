/** Long work of the shell: how far it is, and the way to cancel it. One at a time in a window. */
import { commands, type Refusal } from './bindings'
import { channel } from './shell'

/** What a finished job gave; `null`: it was refused or cancelled. */
type Outcome<T> = { data: T } | null
type Work<T> = (progress: ReturnType<typeof channel<number | null>>) => Promise<Answer<T>>
type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Refusal }

/** Work that is over sooner is not shown: a dialog that only flashes is a fright. */
const PATIENCE = 500

class Job {
  /** What is being done; `null`: nothing that takes long. */
  label = $state<string | null>(null)
  /** From 0 to 1; `null`: not known. */
  progress = $state<number | null>(null)

  /** Told what could not be done; set once by whoever shows it. What people cancelled is not told. */
  onrefused: (refusal: Refusal) => void = () => {}

  #timer: ReturnType<typeof setTimeout> | undefined

  /** Runs work that begins at once; `null` if it was refused or cancelled. */
  run<T>(label: string, work: Work<T>): Promise<Outcome<T>> {
    this.#begin(label)
    return this.#finish(label, work)
  }

  /** The same for work that begins when a native dialog is answered: with its first report. */
  runAfterDialog<T>(label: string, work: Work<T>): Promise<Outcome<T>> {
    return this.#finish(label, work)
  }

  #begin(label: string): void {
    this.progress = null
    this.#timer = setTimeout(() => {
      this.label = label
    }, PATIENCE)
  }

  async #finish<T>(label: string, work: Work<T>): Promise<Outcome<T>> {
    const progress = channel<number | null>((part) => {
      if (this.#timer === undefined) this.#begin(label)
      this.progress = part
    })
    try {
      const answer = await work(progress)
      if (answer.status === 'ok') return { data: answer.data }
      if (answer.error.code !== 'cancelled') this.onrefused(answer.error)
      return null
    } finally {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.label = null
    }
  }

  cancel(): void {
    void commands.cancelJob()
  }
}

/** The one of this window. */
export const job = new Job()

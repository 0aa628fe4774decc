/** The panel at the right: of what it tells, and what the core says of that. */
import { tick } from 'svelte'
import { type Answer, commands, type Details, type Edit, type Subject } from '../bindings'
import { selection } from '../map/selection.svelte'
import { viewport } from '../map/viewport.svelte'
import { type Direction, walk } from '../map/walk'
import { openMap } from '../openMap.svelte'
import { reportAt, subjectOf } from './subjects'

class Panel {
  #subject = $state.raw<Subject | null>(null)
  /** What is shown; it comes a moment after the subject, and stays until the next one is there. */
  details = $state.raw<Details | null>(null)
  /** Of which subject that is: another one is another panel. */
  key = $state('')
  hasFocus = $state(false)
  #asked = 0
  #answered = 0

  readonly isOpen: boolean = $derived(this.#subject !== null)

  /** Tells of something, and takes the focus. */
  async open(subject: Subject): Promise<void> {
    await this.#show(subject)
    this.focus()
  }

  /** The panel takes the focus where it is. */
  focus(): void {
    document.querySelector<HTMLElement>('[data-region="panel"]')?.focus({ preventScroll: true })
  }

  /** The focus goes back to where it came from. */
  close(): void {
    this.#subject = null
    this.details = null
    this.hasFocus = false
    if (selection.spot) selection.go(selection.spot)
  }

  /** The keyboard went to another spot of the map: the panel tells of that. */
  async follow(): Promise<void> {
    // A list of the whole map stays beside what is walked on it.
    if (this.#subject?.of === 'findings') return
    const reports = this.#subject?.of.endsWith('-report')
    const subject = (reports && reportAt(selection.spot)) || subjectOf(selection.spot)
    if (this.#subject && subject && keyOf(subject) !== keyOf(this.#subject))
      await this.#show(subject)
  }

  /** Goes to the card beside the one that is shown; the focus stays here. */
  async next(direction: Direction): Promise<void> {
    const { terrain } = viewport
    const to = selection.spot && terrain && walk(selection.spot, direction, terrain)
    if (to?.on !== 'card') return
    selection.note(to)
    await this.follow()
    this.focus()
  }

  /** One edit, and waits until the panel shows what came of it. */
  async edit(edit: Edit): Promise<Answer | null> {
    const answer = await openMap.editAndShow(edit)
    await this.refresh()
    return answer
  }

  /** Something on the map changed: it may be this. */
  async refresh(): Promise<void> {
    if (this.#subject) await this.#ask(this.#subject)
  }

  async #show(subject: Subject): Promise<void> {
    // What is being written belongs to what was shown.
    if (
      document.activeElement instanceof HTMLElement &&
      document.activeElement.closest('[data-region="panel"]')
    ) {
      document.activeElement.blur()
    }
    this.#subject = subject
    await this.#ask(subject)
    await tick()
  }

  async #ask(subject: Subject): Promise<void> {
    const asked = ++this.#asked
    const answer = await commands.details(subject)
    // An answer that was overtaken by a newer one is no news.
    if (this.#subject !== subject || asked < this.#answered) return
    this.#answered = asked
    if (answer.status === 'error') openMap.onrefused(answer.error)
    else if (answer.data) {
      this.details = answer.data
      this.key = keyOf(subject)
    } else this.close()
  }
}

function keyOf(subject: Subject): string {
  return 'id' in subject ? `${subject.of} ${subject.id}` : subject.of
}

/** The one of this window. */
export const panel = new Panel()

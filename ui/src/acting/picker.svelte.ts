/** A question with a list of answers that words narrow down: where to, which tag, how many points. */

/** One answer. */
export interface Option {
  readonly id: string
  readonly label: string
  /** What stands at its right. */
  readonly aside?: string
  /** Whether it holds already; `undefined`: it is no choice. */
  readonly chosen?: boolean | undefined
  readonly run: () => unknown
}

/** What is asked. */
export interface Question {
  readonly label: string
  readonly placeholder: string
  /** Said where no answer has the words. */
  readonly nothing: string
  /** The answers for some words, best first. Asked again after each change of the map. */
  readonly options: (words: string) => readonly Option[] | Promise<readonly Option[]>
  /** It stays open: several answers can be given. */
  readonly stays?: true
}

class Picker {
  asked = $state.raw<Question | null>(null)

  ask(question: Question): void {
    this.asked = question
  }

  close(): void {
    this.asked = null
  }
}

/** Of some answers those whose name has the words, at the beginning of a word first. */
export function matching(words: string, options: readonly Option[]): Option[] {
  const asked = words.trim().toLowerCase()
  if (!asked) return [...options]
  const place = ({ label }: Option) => ` ${label.toLowerCase()}`.indexOf(` ${asked}`)
  const inside = ({ label }: Option) => label.toLowerCase().includes(asked)
  const found = options.filter(inside)
  return found.toSorted((one, other) => Number(place(one) < 0) - Number(place(other) < 0))
}

/** The one of this window. */
export const picker = new Picker()

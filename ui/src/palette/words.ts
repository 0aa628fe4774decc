/** Finding words in the names of actions, as the core finds them in names on the map. */
import type { Part } from '../bindings'

/** The parts of a name that has every word asked for at the beginning of one of its own; `null`: it lacks one. */
export function partsOf(name: string, asked: string): Part[] | null {
  const plain = plainly(name)
  const marks = new Array<boolean>(plain.length).fill(false)
  for (const word of plainly(asked).split(/\s+/).filter(Boolean)) {
    const at = beginning(plain, word)
    if (at === -1) return null
    marks.fill(true, at, at + word.length)
  }
  const parts: Part[] = []
  for (const [at, asked] of marks.entries()) {
    const last = parts.at(-1)
    if (last?.asked === asked) last.text += name[at]
    else parts.push({ text: name[at] ?? '', asked })
  }
  return parts
}

/** Without case and accents, character for character. */
function plainly(text: string): string {
  return [...text]
    .map((character) => {
      const bare = character
        .normalize('NFD')
        .replace(/\p{Mark}/gu, '')
        .toLowerCase()
      return bare.length === character.length ? bare : character
    })
    .join('')
}

/** Where a word of `text` begins with `word`. */
function beginning(text: string, word: string): number {
  let at = text.indexOf(word)
  while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) at = text.indexOf(word, at + 1)
  return at
}

import type { Face } from '../bindings'

/** The face of a PBI of which nothing is known but its title, and what else is said. */
export function plainFace(title: string, more: Partial<Face> = {}): Face {
  return {
    isTask: false,
    title,
    lines: [title],
    kind: null,
    maybeTask: false,
    done: false,
    tasks: null,
    pieces: null,
    tag: null,
    estimate: null,
    of: null,
    personas: [],
    reference: null,
    ...more,
  }
}

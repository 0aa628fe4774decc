/** The colours of the theme for what is painted and not styled. They follow whatever the page wears. */

/** The tokens that are painted with. */
const TOKENS = [
  'ground',
  'well',
  'card',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-strong',
  'accent',
  'accent-tint',
  'block',
  'block-done',
  'block-pieces',
  'base-tint',
  'base-mark',
  'empty-mark',
  'pieces-mark',
  'gaps-mark',
  'part-mark',
  'whole-mark',
] as const

/** Colours by their tokens. */
export type Ink = Readonly<Record<(typeof TOKENS)[number], string>>

class Inks {
  /** Counts what the page wore. */
  #worn = $state(0)
  readonly now: Ink = $derived.by(() => {
    void this.#worn
    return read()
  })

  constructor(root: HTMLElement = document.documentElement) {
    const attributeFilter = ['data-theme', 'data-contrast', 'data-lens']
    new MutationObserver(() => this.#worn++).observe(root, { attributeFilter })
  }
}

function read(): Ink {
  const style = getComputedStyle(document.documentElement)
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim()])
  return Object.fromEntries(entries)
}

/** The one of this window. */
export const inks = new Inks()

/**
 * Which values of `tokens.css` hold: light or dark, and more contrast. They follow the system until a
 * person chooses otherwise; the choice is this computer's, and every window of the program follows it.
 */
import type { Lens } from '../bindings'

/** What a person chose. */
export interface Choice {
  readonly light: 'system' | 'light' | 'dark'
  /** More contrast, even where the system does not ask for it. */
  readonly highContrast: boolean
}

/** Where the choice is kept between starts. */
const KEPT = 'appearance'
const SYSTEM: Choice = { light: 'system', highContrast: false }

class Theme {
  choice = $state.raw<Choice>(SYSTEM)
  #root: HTMLElement = document.documentElement
  #system = { dark: false, contrast: false }
  #lens: Lens = 'team'

  /** Begins to follow the system, and what is chosen in any window. */
  follow(root: HTMLElement = document.documentElement): void {
    this.#root = root
    this.choice = kept()
    follow('(prefers-color-scheme: dark)', (dark) => {
      this.#system = { ...this.#system, dark }
      this.#put()
    })
    follow('(prefers-contrast: more)', (contrast) => {
      this.#system = { ...this.#system, contrast }
      this.#put()
    })
    window.addEventListener('storage', () => {
      this.choice = kept()
      this.#put()
    })
  }

  /** Chooses; what is not named stays. */
  choose(change: Partial<Choice>): void {
    this.choice = { ...this.choice, ...change }
    localStorage.setItem(KEPT, JSON.stringify(this.choice))
    this.#put()
  }

  /** Wears a lens; the workshop's is of high contrast, whatever else holds. */
  wear(lens: Lens): void {
    this.#lens = lens
    this.#put()
  }

  #put(): void {
    const { light, highContrast } = this.choice
    const { dataset } = this.#root
    const dark = light === 'system' ? this.#system.dark : light === 'dark'
    dataset.theme = dark ? 'dark' : 'light'
    dataset.lens = this.#lens
    if (highContrast || this.#system.contrast || this.#lens === 'workshop')
      dataset.contrast = 'high'
    else delete dataset.contrast
  }
}

/** What was chosen at an earlier start; the system's where that cannot be read. */
function kept(): Choice {
  try {
    return { ...SYSTEM, ...JSON.parse(localStorage.getItem(KEPT) ?? '{}') }
  } catch {
    return SYSTEM
  }
}

/** Says what a media query matches, now and at each change. */
function follow(query: string, say: (matches: boolean) => void): void {
  const list = window.matchMedia(query)
  say(list.matches)
  list.addEventListener('change', (event) => say(event.matches))
}

/** The one of this window. */
export const theme = new Theme()

/**
 * Which values of `tokens.css` hold: light or dark, and more contrast, as the system is set.
 *
 * They stand on the root element as `data-theme` and `data-contrast`, so that a choice of the user
 * can take their place later.
 */
export function followTheSystem(root: HTMLElement = document.documentElement): void {
  follow('(prefers-color-scheme: dark)', (dark) => {
    root.dataset.theme = dark ? 'dark' : 'light'
  })
  follow('(prefers-contrast: more)', (more) => {
    if (more) root.dataset.contrast = 'high'
    else delete root.dataset.contrast
  })
}

/** Says what a media query matches, now and at each change. */
function follow(query: string, say: (matches: boolean) => void): void {
  const list = window.matchMedia(query)
  say(list.matches)
  list.addEventListener('change', (event) => say(event.matches))
}

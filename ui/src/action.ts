/** What an action is, and which keys press it. The actions themselves stand in `actions.ts`. */

/** One thing that a person can do. */
export interface Action {
  readonly label: () => string
  /**
   * Keys that do it, the first one named in menus and tooltips: `Ctrl+Z`, or `K O` for one after the
   * other. Without Ctrl: only while there is no map.
   */
  readonly keys: readonly string[]
  readonly when: () => boolean
  /** Its keys also work while a name is being written; all others are the field's then. */
  readonly alsoInFields?: true
  /** Its key has no Ctrl, and works while there is a map: in the map, and not in a cell that takes letters. */
  readonly onMap?: true
  /** Its keys also work while a sheet takes the window. */
  readonly inSheets?: true
  /** Whether it holds already, for one of a few ways. */
  readonly chosen?: () => boolean
  readonly run: () => unknown
}

/** Keys that are called otherwise on the keyboard than in an event. */
const NAMES: Readonly<Record<string, string>> = { Menu: 'ContextMenu' }

/** Whether an event is the press of these keys, such as `Ctrl+Shift+Z`. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const at = keys.length > 1 ? keys.lastIndexOf('+', keys.length - 2) : -1
  const [modifiers, key] = [keys.slice(0, Math.max(0, at)).split('+'), keys.slice(at + 1)]
  // A digit is the key that has it, whatever Shift makes of it on this keyboard.
  const pressed = /^\d$/.test(key) && event.code === `Digit${key}`
  // A sign is a sign, whether or not this keyboard has it above another one.
  const sign = /^[^\w\s]$/.test(key)
  return (
    (pressed || event.key.toLowerCase() === (NAMES[key] ?? key).toLowerCase()) &&
    (event.ctrlKey || event.metaKey) === modifiers.includes('Ctrl') &&
    (sign || event.shiftKey === modifiers.includes('Shift')) &&
    !event.altKey
  )
}

/** Keys as they are written beside what they do. */
export function written(keys: string): string {
  return keys.replace(/\+(?=.)/g, ' ')
}

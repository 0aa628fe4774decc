/** One line of a menu that opens where the hand or the focus is. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Keys that do the same without the menu. */
  readonly keys?: string
  /** A line of room goes before it. */
  readonly apart?: boolean
  /** It cannot be done now. */
  readonly off?: boolean
  /** Whether it holds already; `undefined`: it is no choice. */
  readonly chosen?: boolean | undefined
  /** It opens a menu of its own instead of doing something. */
  readonly entries?: readonly MenuEntry[]
  readonly run?: () => unknown
}

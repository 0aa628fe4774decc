/** Whether the tray is open; it is of this window, and not in the file. */
class Tray {
  /** What a hand chose; `null`: nothing yet, so the window's width says it. */
  chosen = $state<boolean | null>(null)
}

/** The one of this window. */
export const tray = new Tray()

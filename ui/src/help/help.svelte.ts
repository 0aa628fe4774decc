/** Whether the sheet of keys is open. */
class Help {
  isOpen = $state(false)

  open(): void {
    this.isOpen = true
  }

  close(): void {
    this.isOpen = false
  }
}

/** The one of this window. */
export const help = new Help()

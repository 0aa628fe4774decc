/** What every window has and jsdom lacks. Sizes are never known there: everything measures 0. */

class NoSizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoSizes

globalThis.CSS ??= {} as typeof CSS
CSS.escape ??= (text: string) => text.replace(/["\\]/g, '\\$&')

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}

// Nothing is drawn, so nothing is measured.
HTMLCanvasElement.prototype.getContext = () => null

/** How wide a card's title is. The map's own cards are broken by the core; the tray has other widths. */
const FONT = '500 13px "Inter Variable"'
/** Where nothing can be measured (in tests): about how wide a letter is. */
const LETTER = 7

let pen: CanvasRenderingContext2D | null | undefined

/** The width of a text in pixels. */
export function measure(text: string): number {
  if (pen === undefined) {
    pen = document.createElement('canvas').getContext('2d')
    if (pen) pen.font = FONT
  }
  return pen ? pen.measureText(text).width : text.length * LETTER
}

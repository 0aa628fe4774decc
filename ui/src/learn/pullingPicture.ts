/** Paints two ways to pull the same cards: a row per PBI, a bar per task, and when there is something to show. */
import type { Pulled, Pulling } from '../bindings'
import { text } from '../text'

/** The colours of the picture. */
export interface PullingInk {
  readonly ground: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly task: string
  readonly done: string
}

/** By what the page wears. */
export function pullingInk(): PullingInk {
  const style = getComputedStyle(document.documentElement)
  const of = (token: string) => style.getPropertyValue(`--${token}`).trim()
  return {
    ground: of('card'),
    ink: of('ink'),
    quiet: of('ink-2'),
    line: of('line'),
    task: of('block'),
    done: of('whole-mark'),
  }
}

/** Lengths in parts of the picture's height. */
const MARGIN = 0.05
const HEAD = 0.16
const FOOT = 0.14

type Canvas = CanvasRenderingContext2D

/** What came of one way, in a sentence. */
export function shownOn({ firstDay }: Pulled): string {
  return firstDay === null ? text('learn-shows-nothing') : text('learn-shows', { day: firstDay })
}

/** Paints it all, side by side. */
export function paintPulling(
  canvas: Canvas,
  { width, height }: { width: number; height: number },
  pulling: Pulling,
  ink: PullingInk,
): void {
  canvas.fillStyle = ink.ground
  canvas.fillRect(0, 0, width, height)
  const margin = height * MARGIN
  const half = (width - margin * 3) / 2
  const ways = [
    { name: text('learn-by-layer'), way: pulling.byLayer },
    { name: text('learn-by-whole'), way: pulling.byWhole },
  ]
  for (const [at, { name, way }] of ways.entries()) {
    canvas.save()
    canvas.translate(margin + at * (half + margin), margin)
    paintWay(canvas, { width: half, height: height - margin * 2 }, name, way, pulling, ink)
    canvas.restore()
  }
}

function paintWay(
  canvas: Canvas,
  { width, height }: { width: number; height: number },
  name: string,
  way: Pulled,
  pulling: Pulling,
  ink: PullingInk,
): void {
  const write = (
    words: string,
    x: number,
    y: number,
    size: number,
    weight: number,
    room: number,
  ) => {
    canvas.font = `${weight} ${size}px 'Inter Variable', Inter, sans-serif`
    canvas.fillText(cut(canvas, words, room), x, y)
  }
  const [head, foot] = [height * HEAD, height * FOOT]
  const names = width * 0.3
  const perDay = (width - names) / pulling.days
  const rows = Math.max(1, pulling.items.length)
  const row = Math.min((height - head - foot) / rows, height * 0.16)
  const letter = Math.min(row * 0.42, height * 0.03)
  const bottom = head + row * rows
  canvas.textBaseline = 'middle'
  canvas.textAlign = 'left'
  canvas.fillStyle = ink.ink
  write(name, 0, height * 0.03, height * 0.045, 600, width)
  canvas.fillStyle = ink.quiet
  write(shownOn(way), 0, height * 0.09, height * 0.034, 500, width)

  // Days.
  canvas.fillStyle = ink.line
  for (let day = 0; day <= pulling.days; day++) {
    canvas.fillRect(names + day * perDay, head, 1, bottom - head)
  }
  canvas.textAlign = 'center'
  for (let day = 1; day <= pulling.days; day++) {
    const x = names + (day - 0.5) * perDay
    canvas.fillStyle = ink.quiet
    write(String(day), x, bottom + foot * 0.2, height * 0.026, 500, perDay)
    const done = way.done[day - 1] ?? 0
    canvas.fillStyle = done > 0 ? ink.done : ink.quiet
    write(String(done), x, bottom + foot * 0.55, height * 0.034, 600, perDay)
  }
  canvas.textAlign = 'left'
  canvas.fillStyle = ink.quiet
  write(text('learn-day'), 0, bottom + foot * 0.2, height * 0.026, 500, names)
  write(text('learn-pbis-done'), 0, bottom + foot * 0.55, height * 0.026, 500, names)

  // PBIs, and their tasks.
  canvas.fillStyle = ink.ink
  for (const [at, item] of pulling.items.entries()) {
    write(item.name, 0, head + (at + 0.5) * row, letter, 500, names - letter)
  }
  for (const { item, from, to, completes } of way.stretches) {
    const part = (width - names) / 1000
    const [x, y] = [names + from * part, head + item * row]
    const bar = Math.max(2, (to - from) * part - 2)
    canvas.fillStyle = ink.task
    canvas.fillRect(x + 1, y + row * 0.28, bar, row * 0.44)
    if (!completes) continue
    canvas.fillStyle = ink.done
    canvas.beginPath()
    canvas.arc(x + bar, y + row / 2, Math.min(row * 0.22, height * 0.016), 0, Math.PI * 2)
    canvas.fill()
  }
}

/** As much of some words as there is room for. */
function cut(canvas: Canvas, words: string, room: number): string {
  if (canvas.measureText(words).width <= room) return words
  let end = words.length
  while (end > 1 && canvas.measureText(`${words.slice(0, end)}…`).width > room) end--
  return `${words.slice(0, end).trimEnd()}…`
}

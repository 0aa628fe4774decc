/** An export under way: what was chosen, and how the picture would look. */
import {
  commands,
  type ExportOptions,
  type Lens,
  type PictureFormat,
  type PictureTheme,
  type What,
} from '../bindings'
import { job } from '../job.svelte'
import { focus } from '../map/focus.svelte'
import { bandKey } from '../map/keys'
import { selection } from '../map/selection.svelte'
import { openMap } from '../openMap.svelte'
import { text } from '../text'
import { toasts } from '../toasts.svelte'
import { today } from '../today'

/** What a person can choose. It stays chosen in this window. */
export interface Choices {
  readonly format: PictureFormat
  readonly what: What['type']
  readonly slices: readonly string[]
  readonly lens: Lens
  readonly theme: PictureTheme
  readonly scale: number
  readonly titled: boolean
  /** `null`: the map's name. */
  readonly title: string | null
  readonly dated: boolean
}

/** A picture in small, ready to be shown. */
export interface Glance {
  readonly address: string
  readonly width: number
  readonly height: number
  /** About how many bytes the file will have; `null`: nobody knows before it is written. */
  readonly bytes: number | null
}

class Exporting {
  isOpen = $state(false)
  choices = $state.raw<Choices>({
    format: 'png',
    what: 'map',
    slices: [],
    lens: 'team',
    theme: 'light',
    scale: 2,
    titled: true,
    title: null,
    dated: false,
  })
  glance = $state.raw<Glance | null>(null)
  /** Why there is no picture to look at; empty: there is one, or it is being drawn. */
  problem = $state('')
  /** Whether a newer picture is being drawn. */
  drawing = $state(false)
  /** How many pixels there is room for. */
  room = { width: 1400, height: 1100 }

  /** What there is to draw now. */
  readonly ways: What['type'][] = $derived.by(() => {
    const ways: What['type'][] = ['map']
    if (this.slices.length > 0) ways.push('slices')
    ways.push('sprints')
    if (selection.cards.size > 0) ways.push('cards')
    return [...ways, 'view']
  })

  /** The slices of the map, by their names; none while the window shows Sprints. */
  get slices(): { id: string; name: string }[] {
    const bands = openMap.frame?.bands ?? []
    return bands.flatMap(({ band, name }) =>
      band.type === 'slice' ? [{ id: band.slice, name }] : [],
    )
  }

  open(): void {
    if (!this.ways.includes(this.choices.what)) this.choices = { ...this.choices, what: 'map' }
    this.isOpen = true
    void this.#draw()
  }

  close(): void {
    this.isOpen = false
    this.#show(null)
  }

  choose(change: Partial<Choices>): void {
    this.choices = { ...this.choices, ...change }
    if (this.isOpen) void this.#draw()
  }

  /** Asks where, and writes it there. */
  async save(): Promise<void> {
    const { options } = this
    const { format } = this.choices
    const written = await job.runAfterDialog(text('window-job-export'), (progress) =>
      commands.exportPicture(options, format, progress),
    )
    if (!written?.data) return
    this.close()
    toasts.say(text('window-exported', { file: written.data }))
  }

  /** Puts it on the clipboard. */
  async copy(): Promise<void> {
    const { options, glance } = this
    const copied = await job.run(text('window-job-export'), (progress) =>
      commands.copyPicture(options, progress),
    )
    if (!copied) return
    const { width = 0, height = 0 } = glance ?? {}
    this.close()
    toasts.say(text('window-copied', { width, height }))
  }

  get options(): ExportOptions {
    const { lens, theme, scale, titled, title, dated } = this.choices
    return {
      what: this.#what(),
      lens,
      theme,
      scale,
      title: titled ? title : '',
      date: dated ? today() : null,
    }
  }

  #what(): What {
    const { what, slices } = this.choices
    switch (what) {
      case 'slices': {
        const there = this.slices.map(({ id }) => id)
        const chosen = there.filter((id) => slices.includes(id))
        return { type: 'slices', slices: chosen.length > 0 ? chosen : there.slice(0, 1) }
      }
      case 'cards':
        return { type: 'cards', cards: [...selection.cards], by: openMap.view.bandsBy }
      case 'view':
        return { type: 'view', view: openMap.view, focus: focusOf() }
      default:
        return { type: what }
    }
  }

  /** Draws what is wished for, the newest wish last. */
  async #draw(): Promise<void> {
    const { options } = this
    const { format } = this.choices
    const { width, height } = this.room
    this.drawing = true
    const answer = await commands.glanceAtPicture(options, width, height)
    // A newer wish is on its way, and this one was cancelled or is old.
    if (!this.isOpen || JSON.stringify(options) !== JSON.stringify(this.options)) return
    if (answer.status === 'error' && answer.error.code === 'cancelled') return
    this.drawing = false
    if (answer.status === 'error') {
      this.problem = answer.error.message
      this.#show(null)
      return
    }
    this.problem = ''
    const bytes = Uint8Array.from(atob(answer.data.png), (c) => c.charCodeAt(0))
    const picture = new Blob([bytes], { type: 'image/png' })
    this.#show({
      address: URL.createObjectURL(picture),
      width: answer.data.width,
      height: answer.data.height,
      bytes: format === 'png' ? picture.size * growth(answer.data, bytes) : null,
    })
  }

  #show(glance: Glance | null): void {
    if (this.glance) URL.revokeObjectURL(this.glance.address)
    this.glance = glance
  }
}

/** How many times as large the file will be as the picture in small: its width stands in its header. */
function growth({ width }: { width: number }, png: Uint8Array): number {
  const small = new DataView(png.buffer).getUint32(16)
  // Edges grow, hardly the areas between them; within a tenth for the example map at 1×, 2× and 4×.
  return (width / small) ** 1.2
}

function focusOf(): Extract<What, { type: 'view' }>['focus'] {
  const { on } = focus
  if (!on) return null
  if (on.on === 'activity') return { type: 'activity', activity: on.id }
  const scene = openMap.frame?.bands.find(({ band }) => bandKey(band) === on.key)
  return scene ? { type: 'band', band: scene.band } : null
}

/** The one of this window. */
export const exporting = new Exporting()

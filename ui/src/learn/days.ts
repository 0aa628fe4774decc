/** Days as they are read here. */

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

function day(iso: string | null): Date | null {
  const date = iso === null ? null : new Date(iso)
  return date && !Number.isNaN(date.getTime()) ? date : null
}

/** "2 Nov". */
export function dayWords(iso: string): string {
  const date = day(iso)
  return date ? DAY.format(date) : iso
}

/** "26 Oct – 6 Nov"; empty where nobody gave the days. */
export function stretchWords(startsOn: string | null, endsOn: string | null): string {
  const [start, end] = [day(startsOn), day(endsOn)]
  if (start && end && start <= end) return DAY.formatRange(start, end)
  return [start, end].flatMap((date) => (date ? [DAY.format(date)] : [])).join(' – ')
}

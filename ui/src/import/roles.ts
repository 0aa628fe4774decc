/** What an epic can become, each by one key. */
import type { Role } from '../bindings'

export const ROLES: readonly { readonly role: Role; readonly key: string }[] = [
  { role: 'activity', key: 'A' },
  { role: 'step', key: 'S' },
  { role: 'goal', key: 'G' },
  { role: 'item', key: 'P' },
  { role: 'tag', key: 'T' },
  { role: 'leave', key: 'X' },
]

/** The role of a key; `null`: the key means none. */
export function roleOf(key: string): Role | null {
  return ROLES.find((entry) => entry.key === key.toUpperCase())?.role ?? null
}

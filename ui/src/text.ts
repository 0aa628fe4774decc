/**
 * Everything a person reads in the window, from the one catalogue of the core (`core/text/*.ftl`).
 *
 * English only for now; another language is another file, chosen here.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import english from '../../src-tauri/core/text/en.ftl?raw'

// Marks around arguments would stand in names that people copy and that tests look for.
const bundle = new FluentBundle('en', { useIsolating: false })
bundle.addResource(new FluentResource(english))

/** The sentence of a message; the id itself where the catalogue lacks it (a test finds those). */
export function text(id: string, args?: Record<string, FluentVariable>): string {
  const pattern = bundle.getMessage(id)?.value
  return pattern ? bundle.formatPattern(pattern, args, []) : id
}

/** Whether the catalogue has a message. */
export function hasText(id: string): boolean {
  return bundle.hasMessage(id)
}

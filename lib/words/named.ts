import type { Locale } from './locale.ts'
import { isMessageKey, sentence } from './translate.ts'

/** The word of a code: `named('ko', 'timeline.domain', 'ECON')`. Codes that came with configuration and have no word are left out ('') rather than shown raw. */
export function named(locale: Locale, group: string, value: string): string {
  const key = `${group}.${value}`
  return isMessageKey(key) ? sentence(locale, key) : ''
}

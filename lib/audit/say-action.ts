import { isMessageKey, sentence } from '#lib/words/translate.ts'
import type { Locale } from '#lib/words/locale.ts'

/** 사례 · 시작: the thing and what was done to it, without whose and without what. A deed not named yet is shown as kept. */
export function sayAction(action: string, locale: Locale): string {
  const [thing, did] = action.split('.')
  const keys = [`people.thing.${thing}`, `people.did.${did}`]
  return keys.every(isMessageKey) ? keys.map((key) => sentence(locale, key)).join(' · ') : action
}

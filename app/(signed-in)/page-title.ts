import type { Metadata } from 'next'
import { visitorLocale } from '#lib/access/session.ts'
import { sentence, type MessageKey } from '#lib/words/translate.ts'

/** A page's title in the reader's language. Titles stand in histories and on shared screens: they name no person. */
export function pageTitle(key: MessageKey): () => Promise<Metadata> {
  return async () => ({ title: sentence(await visitorLocale(), key) })
}

import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What is said while a page follows a case, with # where the browser puts a number. */
export function liveWords(locale: Locale) {
  const t = translator(locale)
  return { news: t('timeline.live.news', { count: '#' }), gone: t('timeline.live.gone'), lost: t('timeline.live.lost') }
}

export type LiveWords = ReturnType<typeof liveWords>

import type { Locale } from '#lib/words/locale.ts'
import { formatNumber } from '#lib/words/numbers.ts'
import { translator } from '#lib/words/translate.ts'

/** 3.5시간, 26시간, 4일: as exact as somebody deciding needs it. */
export function sayHours(hours: number | null, locale: Locale): string {
  const t = translator(locale)
  if (hours === null) return t('dashboard.noneYet')
  if (hours < 10) return t('dashboard.hours', { hours: formatNumber(Math.round(hours * 10) / 10, locale) })
  if (hours < 72) return t('dashboard.hours', { hours: formatNumber(Math.round(hours), locale) })
  return t('dashboard.days', { days: formatNumber(Math.round(hours / 24), locale) })
}

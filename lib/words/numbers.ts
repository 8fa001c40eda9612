import type { Locale } from './locale.ts'

const plain = { ko: new Intl.NumberFormat('ko-KR'), en: new Intl.NumberFormat('en-GB') }
const percent = {
  ko: new Intl.NumberFormat('ko-KR', { style: 'percent' }),
  en: new Intl.NumberFormat('en-GB', { style: 'percent' }),
}

/** 12,345 */
export function formatNumber(value: number, locale: Locale): string {
  return plain[locale].format(value)
}

/** 0.42 → 42% */
export function formatPercent(share: number, locale: Locale): string {
  return percent[locale].format(share)
}

import type { Locale } from './locale.ts'

const plain = { ko: new Intl.NumberFormat('ko-KR'), en: new Intl.NumberFormat('en-GB') }

/** 12,345 */
export function formatNumber(value: number, locale: Locale): string {
  return plain[locale].format(value)
}

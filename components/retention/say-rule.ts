import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** `AGE 25` as a sentence. */
export function sayRule(rule: string, locale: Locale): string {
  const [kind, amount = '0'] = rule.split(' ')
  const t = translator(locale)
  return kind === 'AGE' || kind === 'YEARS' ? t(`retention.rule.${kind}`, { amount }) : t('retention.rule.SCHOOL_ENDS')
}

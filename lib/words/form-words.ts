import type { Locale } from './locale.ts'
import { translator } from './translate.ts'

/** What `<Form words={…}>` says by itself. */
export function formWords(locale: Locale) {
  const t = translator(locale)
  return { summary: t('ui.form.summary'), sending: t('ui.form.sending'), optional: t('ui.form.optional'), failed: t('ui.form.failed') }
}

import { Disclosure } from '#components/ui/disclosure.tsx'
import { keptTyped } from '#lib/core/request.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/**
 * What was sent without script and refused, to be copied: the page may have come back without the form. Where the form is
 * there, and says what is wrong, everything stands in it and this is not shown (page.css).
 */
export function Typed({ locale }: { locale: Locale }) {
  const kept = keptTyped()
  if (!kept) return null
  const t = translator(locale)
  return (
    <div className="typed">
      <Disclosure summary={t('shell.typed.title')} open>
        <p className="muted small">{t('shell.typed.how')}</p>
        {kept.texts.map((text) => (
          <textarea key={text} className="input" readOnly rows={4} defaultValue={text} aria-label={t('shell.typed.title')} />
        ))}
      </Disclosure>
    </div>
  )
}

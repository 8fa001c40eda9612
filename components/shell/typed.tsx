import { Disclosure } from '#components/ui/disclosure.tsx'
import { keptTyped } from '#lib/core/request.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** What was sent without script and refused, to be copied. */
export function Typed({ locale, open }: { locale: Locale; open: boolean }) {
  const kept = keptTyped()
  if (!kept) return null
  const t = translator(locale)
  return (
    <div className="typed">
      <Disclosure summary={t('shell.typed.title')} open={open}>
        <p className="muted small">{t('shell.typed.how')}</p>
        {kept.texts.map((text) => (
          <textarea key={text} className="input" readOnly rows={4} defaultValue={text} aria-label={t('shell.typed.title')} />
        ))}
      </Disclosure>
    </div>
  )
}

/** Above a page that may have come back without the form: the thing is closed by now, or somebody else's. */
export function TypedAbove({ locale }: { locale: Locale }) {
  // A wrong field stands in its form.
  return keptTyped()?.status === 422 ? null : <Typed locale={locale} open={false} />
}

import { formatTime, isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Which moment a case is looked at; empty is now. For plain forms that change nothing. */
export function MomentField({ at, locale }: { at: Date | null | undefined; locale: Locale }) {
  const t = translator(locale)
  return (
      <div className="field">
        <label className="field-label" htmlFor="at">{t('sight.at')}</label>
        <p className="hint" id="at-hint">{t('sight.atHint')}</p>
        <input className="input input-short" id="at" name="at" type="datetime-local" aria-describedby="at-hint" defaultValue={at ? `${isoDay(at)}T${formatTime(at)}` : ''} />
      </div>
  )
}

import type { Asking } from '#lib/interventions/asking.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** Before it is sent: exactly what the agency will read, now and once it takes it on. */
export function Reads({ agency, asking, locale }: { agency: string; asking: Asking; locale: Locale }) {
  const t = translator(locale)
  const after = asking.may === 'GROUND'
    ? t('interventions.propose.readsAfter', { items: asking.ground.items.map((item) => named(locale, 'timeline.domain', item)).join('·'), day: formatDay(asking.ground.until, locale) })
    : t('interventions.propose.readsAfterInside')
  return (
    <div className="reads">
      <b>{t('interventions.propose.reads', { agency })}</b>
      <ul>
        <li>{t('interventions.propose.readsChild')}</li>
        <li>{t('interventions.propose.readsRequest')}</li>
        <li>{t('interventions.propose.readsWho')}</li>
      </ul>
      <p className="muted small">
        {t('interventions.propose.readsNot')} {after}
      </p>
    </div>
  )
}

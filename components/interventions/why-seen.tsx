import { Section } from '#components/shell/page-head.tsx'
import type { Ground } from '#lib/interventions/asking.ts'
import { formatDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'

/** For a reader outside the circle: on what ground she sees it, how far it reaches and until when. */
export function WhySeen({ grounds, open, locale }: { grounds: Ground[]; open: boolean; locale: Locale }) {
  const t = translator(locale)
  if (grounds.length === 0) return null
  return (
    <Section title={t('interventions.page.ground')}>
      {grounds.map(({ kind, items, until }) => (
        <p key={`${kind} ${until.toISOString()}`}>
          {t('interventions.page.groundSays', {
            ground: t(`interventions.page.groundOf.${kind}`), items: items.map((item) => named(locale, 'timeline.domain', item)).join('·'), day: formatDay(until, locale),
          })}
        </p>
      ))}
      {!open && <p className="muted small">{t('interventions.page.groundThen')}</p>}
    </Section>
  )
}

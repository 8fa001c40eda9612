import { Facts } from '#components/ui/facts.tsx'
import { now } from '#lib/core/clock.ts'
import type { BasisView } from '#lib/sharing/view.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import { sayItems, sayPeriod } from './say-sharing.ts'

/** Which law, what, until when, why and by whom. */
export function BasisFacts({ basis, locale }: { basis: BasisView; locale: Locale }) {
  const t = translator(locale)
  return (
    <Facts
      items={[
        { label: t('sharing.basis.kind'), value: named(locale, 'sharing.basisKind', basis.kind) },
        { label: t('sharing.ledger.items'), value: [sayItems(basis.items, locale) || t('sharing.ledger.general'), t(basis.sensitive ? 'sharing.ledger.withSensitive' : 'sharing.ledger.withoutSensitive')].join(' · ') },
        { label: t('sharing.ledger.period'), value: sayPeriod(basis, now(), locale) },
        { label: t('sharing.ledger.reason'), value: basis.reason },
        { label: t('sharing.ledger.who'), value: t('sharing.ledger.recorded', { name: basis.recordedBy, day: formatDate(basis.validFrom, locale) }) },
      ]}
    />
  )
}

import type { GroundView } from '#lib/sharing/view.ts'
import { formatDate } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayItems } from './say-sharing.ts'

/** What may be told today, ground by ground. */
export function Grounds({ grounds, locale }: { grounds: GroundView[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className="grid gap-1">
      {grounds.map(({ ground, items, sensitive, until }) => (
        <li key={`${ground} ${until.getTime()} ${items.join()}`}>
          <b>{sayItems(items, locale) || t('sharing.ledger.general')}</b>{' '}
          <span className="muted">
            {[t(`sharing.ledger.ground.${ground}`), t(sensitive ? 'sharing.ledger.withSensitive' : 'sharing.ledger.withoutSensitive'), t('sharing.ledger.until', { day: formatDate(until, locale) })].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

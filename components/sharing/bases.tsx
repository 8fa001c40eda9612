import { Badge } from '#components/ui/badge.tsx'
import type { BasisView } from '#lib/sharing/view.ts'
import { formatDate, formatDay } from '#lib/words/days.ts'
import { named } from '#lib/words/named.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import type { LedgerPlace } from './place.ts'
import { sayItems, sayPeriod } from './say-sharing.ts'

/** Grounds of another law: which, why, for what and until when, and when somebody looks whether it is still needed. */
export function Bases({ bases, place }: { bases: BasisView[]; place: LedgerPlace }) {
  const t = translator(place.locale)
  return (
    <div className="mt-4">
      <h3>{t('sharing.ledger.bases')}</h3>
      <ul>
        {bases.map((basis) => (
          <li key={basis.id} className="grid gap-1 border-b border-line py-3">
            <Basis basis={basis} place={place} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Basis({ basis, place: { caseId, now, locale, me, may } }: { basis: BasisView; place: LedgerPlace }) {
  const t = translator(locale)
  const { kind, reason, items, sensitive, reviewDueAt, recordedBy, recordedById, validFrom, endedAt, counts } = basis
  const review = { day: formatDay(reviewDueAt, locale) }
  const what = [sayItems(items, locale) || t('sharing.ledger.general'), t(sensitive ? 'sharing.ledger.withSensitive' : 'sharing.ledger.withoutSensitive'), sayPeriod(basis, now, locale)]
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>{named(locale, 'sharing.basisKind', kind)}</b>
        {counts ? (
          <Badge tone={reviewDueAt < now ? 'red' : 'plain'}>{reviewDueAt < now ? t('sharing.ledger.reviewLate', review) : t('sharing.ledger.review', review)}</Badge>
        ) : (
          <Badge>{endedAt ? t('sharing.ledger.endedOn', { day: formatDay(endedAt, locale) }) : t('sharing.ledger.over')}</Badge>
        )}
        {counts && may.review && recordedById !== me && (
          <a className="link ml-auto" href={`/cases/${caseId}/sharing/review?basis=${basis.id}`}>
            {t('sharing.review.link')}
          </a>
        )}
        {counts && may.end && (
          <a className="link" href={`/cases/${caseId}/sharing/ending?basis=${basis.id}`}>
            {t('sharing.ledger.end')}
          </a>
        )}
      </p>
      <p>{what.join(' · ')}</p>
      <p className="whitespace-pre-wrap" lang={tongueOf(reason, locale)}>{reason}</p>
      <p className="small muted">{t('sharing.ledger.recorded', { name: recordedBy, day: formatDate(validFrom, locale) })}</p>
    </>
  )
}

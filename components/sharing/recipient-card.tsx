import { Badge } from '#components/ui/badge.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { RecipientView } from '#lib/sharing/view.ts'
import { translator } from '#lib/words/translate.ts'
import { Answers } from './answers.tsx'
import { Bases } from './bases.tsx'
import { Grounds } from './grounds.tsx'
import { whyClosed } from './say-sharing.ts'
import type { LedgerPlace } from './place.ts'

/** One agency: what it may see today and why, who answered what, and what can be done. */
export function RecipientCard({ recipient, place }: { recipient: RecipientView; place: LedgerPlace }) {
  const { caseId, closed, may, locale } = place
  const t = translator(locale)
  const why = whyClosed(recipient, closed)
  const to = (deed: string) => `/cases/${caseId}/sharing/${deed}?recipient=${recipient.id}`
  const past = recipient.bases.filter(({ counts }) => !counts)
  return (
    <section className="section" aria-labelledby={`r-${recipient.id}`} id={`recipient-${recipient.id}`}>
      <div className="section-head">
        <h2 id={`r-${recipient.id}`}>{recipient.fullName}</h2>
        <Badge tone={why === null ? 'teal' : 'plain'}>{t(why === null ? 'sharing.ledger.open' : 'sharing.ledger.closed')}</Badge>
        {may.record && !closed && <a href={to('preview')}>{t('sharing.ledger.preview')}</a>}
      </div>
      {why === null ? (
        <Grounds grounds={recipient.grounds} locale={locale} />
      ) : (
        <p className="flex gap-2">
          <Icon name="lock" />
          <span>{t(`sharing.why.${why}`)}</span>
        </p>
      )}
      <Answers recipientId={recipient.id} answers={recipient.answers} place={place} complete />
      {recipient.bases.some(({ counts }) => counts) && <Bases bases={recipient.bases.filter(({ counts }) => counts)} place={place} />}
      {may.withdraw && (
        <p className="mt-3">
          <a href={to('provision')}>{t('sharing.given.link')}</a>
        </p>
      )}
      {may.record && !closed && (
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
          <a href={to('form')}>{t('sharing.form.link')}</a>
          <a href={to('consent')}>{t('sharing.ledger.newAnswer')}</a>
          <a href={to('basis')}>{t('sharing.recordBasis')}</a>
        </p>
      )}
      {recipient.earlier.length > 0 && (
        <Disclosure summary={t('sharing.ledger.earlier', { count: recipient.earlier.length })}>
          <Answers recipientId={recipient.id} answers={recipient.earlier} place={{ ...place, may: { record: false, withdraw: false, end: false, review: false } }} />
        </Disclosure>
      )}
      {past.length > 0 && (
        <Disclosure summary={t('sharing.ledger.earlierBases', { count: past.length })}>
          <Bases bases={past} place={place} />
        </Disclosure>
      )}
    </section>
  )
}

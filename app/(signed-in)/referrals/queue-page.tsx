import { QueueTable } from '#components/referrals/queue-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { FilterLinks, Pager } from '#components/ui/links.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { agencyOf } from '#lib/agencies/queries.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { queueHref, shows, type QueueFilters } from '#lib/referrals/filters.ts'
import { referralQueue } from '#lib/referrals/queue.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'

/** The queue of a school or of the office. */
export async function QueuePage({ actor, filters }: { actor: Actor; filters: QueueFilters }) {
  const { frame, queue, school } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    queue: await referralQueue(tx, actor, filters),
    school: filters.school ? await agencyOf(tx, actor, filters.school) : null,
  }))
  const { locale } = actor
  const t = translator(locale)
  const submits = may(actor, 'referral.submit')
  const offered = shows.filter((show) => show !== 'own' || submits)
  const { show } = filters
  return (
    <PageFrame actor={actor} frame={frame} current="referrals" width="wide">
      <PageHead
        title={t('referrals.list.title')}
        sub={t('referrals.list.sub')}
        actions={submits && <LinkButton weight="quiet" href="/referrals/new">{t('referrals.list.refer')}</LinkButton>}
      />
      <FilterLinks
        label={t('referrals.list.filter')}
        items={offered.map((each) => ({ label: t(`referrals.list.${each}`), href: queueHref({ show: each, school: school?.id }), current: each === show }))}
      />
      {school && (
        <p className="mt-3">
          {t('referrals.list.ofSchool', { school: school.name })} <a href={queueHref({ show })}>{t('referrals.list.allSchools')}</a>
        </p>
      )}
      <div className="mt-4">
        {queue.rows.length > 0 ? <QueueTable caption={t('referrals.list.title')} rows={queue.rows} now={now()} locale={locale} /> : <Nothing filters={filters} locale={locale} />}
      </div>
      <Pager
        label={t('referrals.list.pager')}
        {...(filters.after && { newer: { label: t('ui.pager.first'), href: queueHref(filters) } })}
        {...(queue.next && { older: { label: t('referrals.list.more'), href: queueHref(filters, queue.next) } })}
      />
    </PageFrame>
  )
}

function Nothing({ filters: { show }, locale }: { filters: QueueFilters; locale: Actor['locale'] }) {
  const t = translator(locale)
  if (show === 'turn' || show === 'open') return <Empty title={t('referrals.list.emptyTitle')}>{t('referrals.list.empty')}</Empty>
  return <p className="muted py-6">{t('referrals.list.emptyOther')}</p>
}

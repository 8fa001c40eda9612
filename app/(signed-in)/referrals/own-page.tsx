import { OwnTable } from '#components/referrals/own-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Pager } from '#components/ui/links.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { afterText, type QueueFilters } from '#lib/referrals/filters.ts'
import { ownReferrals } from '#lib/referrals/queue.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'

/** What one referred oneself, as receipts. */
export async function OwnPage({ actor, filters }: { actor: Actor; filters: QueueFilters }) {
  const { frame, own } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), own: await ownReferrals(tx, actor, filters) }))
  const t = translator(actor.locale)
  const notifies = may(actor, 'referral.notify')
  const deed = <LinkButton href="/referrals/new">{notifies ? t('referrals.list.notify') : t('referrals.list.refer')}</LinkButton>
  const empty = own.rows.length === 0
  return (
    <PageFrame actor={actor} frame={frame} current="referrals">
      <PageHead title={t('referrals.list.title')} sub={t('referrals.list.subOwn')} actions={!empty && deed} />
      {empty ? (
        <Empty title={t('referrals.list.emptyOwnTitle')} icon="referral" action={deed}>
          {notifies ? t('referrals.list.emptyNotice') : t('referrals.list.emptyOwn')}
        </Empty>
      ) : (
        <OwnTable rows={own.rows} now={now()} locale={actor.locale} />
      )}
      <Pager
        label={t('referrals.list.pager')}
        {...(filters.after && { newer: { label: t('ui.pager.first'), href: '/referrals' } })}
        {...(own.next && { older: { label: t('referrals.list.more'), href: `/referrals?after=${afterText(own.next)}` } })}
      />
    </PageFrame>
  )
}

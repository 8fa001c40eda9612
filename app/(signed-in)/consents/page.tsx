import { notFound } from 'next/navigation'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { roundsOf } from '#lib/sharing/rounds.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('rounds.title')

export default async function ConsentsPage() {
  const actor = await signedIn()
  if (!may(actor, 'consent.round')) notFound()
  const { frame, rounds } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), rounds: await roundsOf(tx, actor) }))
  const { locale } = actor
  const t = translator(locale)
  const start = <LinkButton href="/consents/new">{t('rounds.start')}</LinkButton>
  return (
    <PageFrame actor={actor} frame={frame} current="consents">
      <PageHead title={t('rounds.title')} sub={t('rounds.sub')} actions={rounds.length > 0 && start} />
      {rounds.length === 0 ? (
        <Empty title={t('rounds.emptyTitle')} icon="agree" action={start}>
          {t('rounds.emptyText')}
        </Empty>
      ) : (
        <Section title={t('rounds.list')}>
          <Table
            caption={t('rounds.list')}
            rows={rounds}
            keyOf={({ id }) => id}
            columns={[
              { head: t('rounds.class'), cell: ({ id, school, label }) => <a className="link inline-flex min-h-11 items-center" href={`/consents/${id}`}>{[school, label || t('rounds.listed')].join(' · ')}</a> },
              { head: t('rounds.new.schoolYear'), cell: ({ schoolYear }) => t('rounds.year', { year: String(schoolYear) }) },
              { head: t('rounds.by'), cell: ({ issuedBy, issuedAt }) => <>{issuedBy} · <span className="muted">{formatDate(issuedAt, locale)}</span></> },
              { head: t('rounds.progress'), end: true, cell: ({ back, families }) => <b className="tabular-nums">{t('rounds.of', { back, families })}</b> },
            ]}
          />
        </Section>
      )}
    </PageFrame>
  )
}

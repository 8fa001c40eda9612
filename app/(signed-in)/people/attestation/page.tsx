import { notFound } from 'next/navigation'
import { PageHead } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Pager } from '#components/ui/links.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { Table } from '#components/ui/table.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { agencyStandings } from '#lib/people/rights.ts'
import { Quarter, quarterBeside, quarterOf } from '#lib/people/weeks.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('colleagues.attest.title')

export default async function AttestationsPage({ searchParams }: PageProps<'/people/attestation'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.read')) notFound()
  const present = quarterOf(now())
  const quarter = Quarter.safeParse((await searchParams)['quarter']).data ?? present
  const { frame, agencies } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), agencies: await agencyStandings(tx, actor, quarter) }))
  const { locale } = actor
  const t = translator(locale)
  const [year = '', n = ''] = quarter.split('-')
  return (
    <PageFrame actor={actor} frame={frame} current="people" width="wide">
      <PageHead back={{ href: '/people/rights', label: t('colleagues.log.title') }} eyebrow={t('colleagues.attest.quarter', { year, quarter: n })} title={t('colleagues.attest.title')} sub={t('colleagues.attest.sub')} actions={<PrintButton>{t('colleagues.attest.print')}</PrintButton>} />
      <Table
        caption={t('colleagues.attest.title')}
        rows={agencies}
        keyOf={({ agencyId }) => agencyId}
        columns={[
          { head: t('colleagues.attest.agency'), cell: ({ agencyId, agency }) => <a className="link" href={`/people/attestation/${agencyId}?quarter=${quarter}`}>{agency}</a> },
          { head: t('colleagues.attest.people'), cell: ({ people }) => people, end: true },
          { head: t('colleagues.attest.state'), cell: ({ attestedAt, attested, doubted }) => (attestedAt ? (
            <>{t('colleagues.attest.done', { day: formatDate(attestedAt, locale), count: attested ?? 0 })} {doubted > 0 && <Badge tone="amber">{t('colleagues.attest.doubted', { count: doubted })}</Badge>}</>
          ) : <Badge tone="red">{t('colleagues.attest.undone')}</Badge>) },
        ]}
      />
      <Pager
        label={t('colleagues.attest.quarters')}
        {...(quarter < present && { newer: { label: t('colleagues.attest.later'), href: `/people/attestation?quarter=${quarterBeside(quarter, 1)}` } })}
        older={{ label: t('colleagues.attest.earlier'), href: `/people/attestation?quarter=${quarterBeside(quarter, -1)}` }}
      />
    </PageFrame>
  )
}

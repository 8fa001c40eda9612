import { notFound } from 'next/navigation'
import { AttestForm } from '#components/people/attest-form.tsx'
import { PersonTable } from '#components/people/person-table.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agencyOf } from '#lib/agencies/queries.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { everybodyOf } from '#lib/people/list.ts'
import { attestationOf } from '#lib/people/rights.ts'
import { Quarter, quarterOf } from '#lib/people/weeks.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { attestRightsAction } from '../actions.ts'

export const generateMetadata = pageTitle('colleagues.attest.one')

export default async function AttestPage({ params, searchParams }: PageProps<'/people/attestation/[agency]'>) {
  const actor = await signedIn()
  const id = Id.safeParse((await params).agency).data
  if (!may(actor, 'people.read') || !id) notFound()
  const quarter = Quarter.safeParse((await searchParams)['quarter']).data ?? quarterOf(now())
  const { frame, agency, people, attestation } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), agency: await agencyOf(tx, actor, id), people: await everybodyOf(tx, actor, id), attestation: await attestationOf(tx, actor, quarter, id),
  }))
  if (!agency || people.length === 0) notFound()
  const { locale } = actor
  const t = translator(locale)
  const [year = '', n = ''] = quarter.split('-')
  const doubted = people.filter((one) => attestation?.doubted.includes(one.id))
  return (
    <PageFrame actor={actor} frame={frame} current="people">
      <PageHead back={{ href: `/people/attestation?quarter=${quarter}`, label: t('colleagues.attest.title') }} eyebrow={t('colleagues.attest.quarter', { year, quarter: n })} title={agency.fullName} actions={<PrintButton>{t('colleagues.attest.print')}</PrintButton>} />
      {attestation && (
        <Notice kind="good" title={t('colleagues.attest.done', { day: formatDate(attestation.at, locale), count: attestation.people })}>
          {[attestation.by, attestation.remark].filter(Boolean).join(' · ')}
        </Notice>
      )}
      {doubted.length > 0 && (
        <Section title={t('colleagues.attest.doubted', { count: doubted.length })}>
          <PersonTable people={doubted} now={now()} locale={locale} />
        </Section>
      )}
      {may(actor, 'people.attest') && !attestation ? <AttestForm action={attestRightsAction} quarter={quarter} agencyId={id} people={people} locale={locale} /> : <PersonTable people={people} now={now()} locale={locale} />}
    </PageFrame>
  )
}

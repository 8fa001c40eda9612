import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { LeadForm } from '#components/cases/lead-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { teamChoices } from '#lib/cases/choices.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { changeLeadAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.lead.title')

export default async function LeadPage({ params }: PageProps<'/cases/[id]/lead'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.lead')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, { student, lead }) => ({ frame: await frameFor(tx), team: await teamChoices(tx, actor, student.id, lead ? [lead.id] : []) }))
  if (!page) notFound()
  const { head, frame, team } = page
  const { locale } = actor
  const t = translator(locale)
  const stop = inTheWay(actor, head)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.lead.title')} sub={head.lead && t('cases.lead.sub', { name: head.lead.name })}>
        {stop ? <Notice kind="warning">{t(stop)}</Notice> : <LeadForm action={changeLeadAction} head={head} team={team} locale={locale} />}
      </DeedPage>
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { ReopenForm } from '#components/cases/reopen-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { teamChoices, waitsChoicesOf } from '#lib/cases/choices.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { reopenCaseAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.reopen.title')

export default async function ReopeningPage({ params }: PageProps<'/cases/[id]/reopening'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.reopen')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, head) => ({
    frame: await frameFor(tx), team: await teamChoices(tx, actor, head.student.id), waits: await waitsChoicesOf(tx, actor, head),
  }))
  if (!page) notFound()
  const { head, frame, team, waits } = page
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.reopen.title')} sub={t('cases.reopen.sub')}>
        {head.closedAt ? <ReopenForm action={reopenCaseAction} head={head} team={team} waits={waits} now={now()} locale={locale} /> : <Notice kind="warning">{t('cases.refusal.notClosed')}</Notice>}
      </DeedPage>
    </PageFrame>
  )
}

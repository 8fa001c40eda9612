import { notFound } from 'next/navigation'
import { CaseSheet } from '#components/cases/case-sheet.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { audienceOf, supportsOf } from '#lib/cases/aside.ts'
import { printedCase } from '#lib/cases/printed-case.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { planOf } from '#lib/plans/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = pageTitle('cases.print.title')

export default async function PrintPage({ params }: PageProps<'/cases/[id]/print'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, { glassUntil }) => (glassUntil ? null : {
    frame: await frameFor(tx),
    plan: await planOf(tx, actor, id),
    supports: await supportsOf(tx, actor, id),
    audience: await audienceOf(tx, actor, id),
    chronology: await printedCase(tx, actor, id),
  }))
  if (!page) notFound()
  const { head, frame, plan, supports, audience, chronology } = page
  const { locale, name } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <div className="no-print">
        <PageHead title={t('cases.print.title')} back={{ href: `/cases/${id}`, label: `${head.student.name} · ${head.number}` }} actions={<PrintButton>{t('ui.print')}</PrintButton>} />
      </div>
      <CaseSheet head={head} goals={plan.goals} supports={supports} audience={audience} chronology={chronology} by={name} now={now()} locale={locale} />
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { ClosureBlocks } from '#components/cases/closure-blocks.tsx'
import { ClosureForm } from '#components/cases/closure-form.tsx'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { supportsOf } from '#lib/cases/aside.ts'
import { closureBlocks } from '#lib/cases/case.ts'
import { endsCase } from '#lib/cases/deeds.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { planOf } from '#lib/plans/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { closeCaseAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.close.title')

export default async function ClosurePage({ params }: PageProps<'/cases/[id]/closure'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.close')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), supports: await supportsOf(tx, actor, id), plan: await planOf(tx, actor, id) }))
  if (!page) notFound()
  const { head, frame, supports, plan } = page
  const { locale } = actor
  const t = translator(locale)
  const stop = inTheWay(actor, head) ?? (endsCase(actor, head.relation) ? null : 'cases.page.off.leadOnly')
  const blocks = closureBlocks(head, supports)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.close.title')} sub={t('cases.close.sub')}>
        {stop && <Notice kind="warning">{t(stop)}</Notice>}
        {!stop && blocks.any && <ClosureBlocks head={head} blocks={blocks} locale={locale} />}
        {!stop && !blocks.any && <ClosureForm action={closeCaseAction} head={head} goals={plan.goals.filter(({ endedAt }) => endedAt === null)} locale={locale} />}
      </DeedPage>
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { TurnForm } from '#components/cases/turn-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { waitsChoicesOf } from '#lib/cases/choices.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { setTurnAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.turn.title')

export default async function TurnPage({ params }: PageProps<'/cases/[id]/turn'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.turn')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, head) => ({ frame: await frameFor(tx), choices: await waitsChoicesOf(tx, actor, head) }))
  if (!page) notFound()
  const { head, frame, choices } = page
  const { locale } = actor
  const t = translator(locale)
  const stop = inTheWay(actor, head)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.turn.title')} sub={t('cases.turn.sub')}>
        {stop ? <Notice kind="warning">{t(stop)}</Notice> : <TurnForm action={setTurnAction} head={head} choices={choices} now={now()} locale={locale} />}
      </DeedPage>
    </PageFrame>
  )
}

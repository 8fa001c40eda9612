import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { NarrowForm } from '#components/sharing/narrow-form.tsx'
import { sayWho } from '#components/sharing/say-sharing.ts'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { answerOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { narrowConsentAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.narrowing.title')

export default async function NarrowingPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const consentId = idIn(await searchParams, 'consent')
  const found = await caseDeed(actor, id, async (tx, { student }) => ({ frame: await frameFor(tx), answer: await answerOf(tx, actor, student.id, consentId) }))
  if (!found?.answer || !may(actor, 'consent.withdraw')) notFound()

  const { head, frame, answer } = found
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.narrowing.title')} sub={t('sharing.narrowing.sub', { who: sayWho(answer, locale) })}>
        {answer.standing === 'GRANTED' ? <NarrowForm action={narrowConsentAction} answer={answer} locale={locale} /> : <Notice kind="info">{t('sharing.withdrawal.cannot')}</Notice>}
      </DeedPage>
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { BasisFacts } from '#components/sharing/basis-facts.tsx'
import { Consequence } from '#components/sharing/consequence.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { basisOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { endBasisAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.ending.title')

export default async function EndingPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const basisId = idIn(await searchParams, 'basis')
  const found = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), basis: await basisOf(tx, actor, id, basisId) }))
  if (!found?.basis || !may(actor, 'basis.end')) notFound()

  const { head, frame, basis } = found
  const { locale } = actor
  const t = translator(locale)
  const agency = basis.recipient
  const lines = [t('sharing.ending.now', { agency }), t('sharing.ending.stillOther'), t('sharing.ending.kept')]
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.ending.title')} sub={t('sharing.ending.sub', { agency })}>
        <div className="grid gap-6">
          <BasisFacts basis={basis} locale={locale} />
          {basis.counts ? (
            <Consequence title={t('sharing.ending.lead')} lines={lines} action={endBasisAction} field={{ name: 'basisId', value: basis.id }} submit={t('sharing.ending.submit')} locale={locale} />
          ) : (
            <Notice kind="info">{t('sharing.ending.cannot')}</Notice>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { BasisForm } from '#components/sharing/basis-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { kindsInUse } from '#lib/sharing/basis.ts'
import { outsideAgencies } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { recordBasisAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.basis.title')

export default async function BasisPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const query = await searchParams
  const found = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), agencies: await outsideAgencies(tx, actor) }))
  if (!found || inTheWay(actor, found.head) !== null || !may(actor, 'basis.record')) notFound()

  const { head, frame, agencies } = found
  const { locale } = actor
  const t = translator(locale)
  const chosen = agencies.find((agency) => agency.id === idIn(query, 'recipient'))
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={chosen ? t('sharing.basis.titleFor', { agency: chosen.name }) : t('sharing.basis.title')} sub={t('sharing.basis.sub')}>
        <div className="grid gap-6">
          <Notice kind="warning">{t('sharing.basis.warning')}</Notice>
          <BasisForm action={recordBasisAction} caseId={id} kinds={kindsInUse(isoDay(now()))} agencies={agencies} chosen={chosen} locale={locale} />
        </div>
      </DeedPage>
    </PageFrame>
  )
}

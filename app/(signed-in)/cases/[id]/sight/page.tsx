import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { SightBody } from '#components/cases/sight-body.tsx'
import { SightForm } from '#components/cases/sight-form.tsx'
import { signedIn } from '#lib/access/session.ts'
import { seesLooks } from '#lib/cases/deeds.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { sightIn, sightOf, viewersOf } from '#lib/cases/seen-as.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'

export const generateMetadata = pageTitle('sight.title')

/** The case as another sees it, or knew it at a moment: for whoever answers for it, and no further than she sees herself. */
export default async function SightPage({ params, searchParams }: PageProps<'/cases/[id]/sight'>) {
  const actor = await signedIn()
  const { id } = await params
  const { as, at: asked, before } = sightIn(await searchParams)
  const at = asked && asked < now() ? asked : null
  const found = await caseDeed(actor, id, async (tx, head) => {
    if (!seesLooks(actor, head) || head.glassUntil) return null
    const viewers = await viewersOf(tx, actor, id)
    const viewer = as && (as.kind === 'PERSON' ? viewers.people : viewers.agencies).find((one) => one.id === as.id)
    const eyes = viewer && { caseId: id, personId: as.kind === 'PERSON' ? viewer.id : null, agencyId: as.kind === 'AGENCY' ? viewer.id : null, at: at ?? now() }
    return { frame: await frameFor(tx), viewers, viewer, sight: eyes && (await sightOf(tx, actor, eyes, before)) }
  })
  if (!found) notFound()
  const { head, frame, viewers, viewer, sight } = found
  const { locale } = actor
  const t = translator(locale)
  const chosen = as && `${as.kind === 'PERSON' ? 'p' : 'a'}_${as.id}`
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} title={t('sight.title')} sub={t('sight.sub')}>
        <SightForm viewers={viewers} chosen={chosen} at={at} locale={locale} />
        {viewer && sight && <SightBody caseId={id} chosen={chosen ?? ''} who={viewer.name} at={at} sight={sight} now={now()} locale={locale} />}
      </DeedPage>
    </PageFrame>
  )
}

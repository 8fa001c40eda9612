import { notFound } from 'next/navigation'
import { KnownForm, KnownTable } from '#components/audit/known.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { everyAgency, knownIn, knownTo } from '#lib/audit/known.ts'
import { asActor } from '#lib/core/door.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('sight.known.title')

export default async function KnownPage({ searchParams }: PageProps<'/audit/known'>) {
  const actor = await signedIn()
  if (!may(actor, 'audit.read')) notFound()
  const { number, agency, at } = knownIn(await searchParams)
  const { frame, agencies, lines } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx),
    agencies: await everyAgency(tx, actor),
    lines: number && agency ? await knownTo(tx, actor, { number, agencyId: agency, at: at ?? now() }) : null,
  }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="audit">
      <PageHead back={{ href: '/audit', label: t('audit.title') }} title={t('sight.known.title')} sub={t('sight.known.sub')} />
      <KnownForm asked={{ number, agency, at }} agencies={agencies} locale={actor.locale} />
      {lines && <KnownTable lines={lines} locale={actor.locale} />}
    </PageFrame>
  )
}

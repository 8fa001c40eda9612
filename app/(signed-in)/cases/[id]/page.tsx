import { notFound } from 'next/navigation'
import { endGlassAction } from '#app/(signed-in)/glass/actions.ts'
import { CaseScreen } from '#components/cases/case-screen.tsx'
import { GlassBanner } from '#components/glass/glass-banner.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { casePage } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { timelineFilters } from '#lib/timeline/filters.ts'
import { frameFor } from '#lib/today/frame.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { writeNoteAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.page.title')

export default async function CasePage({ params, searchParams }: PageProps<'/cases/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const filters = timelineFilters(await searchParams)
  const page = await casePage(actor, id, filters, frameFor)
  if (!page) notFound()
  return (
    <PageFrame actor={actor} frame={page.frame} current="cases" width="bleed">
      {page.head.glassUntil && <GlassBanner action={endGlassAction} caseId={id} until={page.head.glassUntil} locale={actor.locale} />}
      <CaseScreen actor={actor} page={page} filters={filters} now={now()} writeNote={writeNoteAction} />
    </PageFrame>
  )
}

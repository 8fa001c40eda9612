import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { WhySeen } from '#components/cases/why-seen.tsx'
import { Prepared } from '#components/shell/prepared.tsx'
import { Section } from '#components/shell/page-head.tsx'
import { timelineHtml } from '#components/timeline/timeline-html.ts'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { standingOf } from '#lib/cases/why.ts'
import { now } from '#lib/core/clock.ts'
import { Id } from '#lib/core/id.ts'
import { entriesByIds } from '#lib/timeline/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'

export const generateMetadata = pageTitle('why.title')

/** Why the reader sees this entry. One she does not see is not there. */
export default async function WhyEntryPage({ params }: PageProps<'/cases/[id]/why/[event]'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id, event } = await params
  if (!Id.safeParse(event).success) notFound()
  const found = await caseDeed(actor, id, async (tx) => {
    const [entry] = await entriesByIds(tx, actor, id, [event])
    return entry ? { frame: await frameFor(tx), entry, standing: await standingOf(tx, actor, id) } : null
  })
  if (!found) notFound()
  const { head, frame, entry, standing } = found
  const { locale } = actor
  const t = translator(locale)
  const entriesHtml = timelineHtml([entry], [], { caseId: id, now: now(), locale, still: true })
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} title={t('why.title')} sub={t('why.sub')}>
        <Section title={t('why.entry')}>
          <Prepared className="timeline" html={entriesHtml} />
        </Section>
        <WhySeen actor={actor} standing={standing} entry={entry} />
        <p>
          <a className="link" href={`/cases/${id}/members`}>{t('why.others')}</a>
        </p>
      </DeedPage>
    </PageFrame>
  )
}

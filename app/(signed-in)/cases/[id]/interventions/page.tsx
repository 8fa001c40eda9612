import { notFound } from 'next/navigation'
import { Calendar } from '#components/interventions/calendar.tsx'
import { WeekLegend } from '#components/interventions/week-strip.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { headOf } from '#lib/cases/head.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { coursesOf } from '#lib/interventions/calendar.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = pageTitle('interventions.calendar.title')

/** Weeks shown. */
const span = { before: 8, after: 5 }

export default async function CaseInterventionsPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  const { id } = await params
  const opened = await asActor(actor, (tx) => coursesFor(tx, actor, id))
  if (!opened) notFound()
  const { frame, head, courses } = opened
  const { locale } = actor
  const t = translator(locale)
  const ask = may(actor, 'intervention.propose') && !head.closedAt && (
    <LinkButton weight="quiet" href={`/cases/${id}/interventions/new`}>
      {t('interventions.calendar.ask')}
    </LinkButton>
  )
  return (
    <PageFrame actor={actor} frame={frame} current="cases" width="wide">
      <PageHead back={{ href: `/cases/${id}`, label: t('interventions.propose.back') }} eyebrow={`${head.student.name} · ${head.number}`} title={t('interventions.calendar.title')} sub={t('interventions.calendar.sub')} actions={ask} />
      {courses.length === 0 ? (
        <Empty title={t('interventions.calendar.empty')} icon="support">
          {t('interventions.list.emptyText.asked')}
        </Empty>
      ) : (
        <>
          <Calendar courses={courses} span={span} now={now()} locale={locale} />
          <WeekLegend locale={locale} />
        </>
      )}
    </PageFrame>
  )
}

async function coursesFor(tx: Tx, actor: Actor, id: string) {
  if (!may(actor, 'case.read') || !Id.safeParse(id).success) return null
  const head = await headOf(tx, actor, id)
  if (!head) return null
  const since = new Date(now().getTime() - (span.before + 1) * 7 * 86_400_000)
  return { head, frame: await frameFor(tx), courses: await coursesOf(tx, actor, id, since) }
}

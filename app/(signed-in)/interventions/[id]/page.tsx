import { AcceptForm } from '#components/interventions/accept-form.tsx'
import { Answer, Asked } from '#components/interventions/asked.tsx'
import { childLine } from '#components/interventions/child-line.ts'
import { Remarks, Sessions } from '#components/interventions/sessions.tsx'
import { SupportDeeds } from '#components/interventions/support-deeds.tsx'
import { SupportHead } from '#components/interventions/support-head.tsx'
import { WeekLegend, WeekStrip } from '#components/interventions/week-strip.tsx'
import { WhySeen } from '#components/interventions/why-seen.tsx'
import { PageHead, Section } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { deedsFor } from '#lib/interventions/deeds.ts'
import { myGrounds } from '#lib/interventions/grounds.ts'
import { interventionOf, remarksOf, sessionsOf } from '#lib/interventions/queries.ts'
import { standingOf, type InterventionView, type SessionView } from '#lib/interventions/view.ts'
import { weeksOf } from '#lib/interventions/weeks.ts'
import { frameFor } from '#lib/today/frame.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { notFound } from 'next/navigation'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { acceptAction } from './actions.ts'

export const generateMetadata = pageTitle('interventions.page.title')

export default async function InterventionPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  const { id } = await params
  const { frame, found } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), found: await helpFor(tx, actor, id) }))
  if (!found) notFound()
  const { view, sessions, remarks, grounds } = found
  const { locale } = actor
  const t = translator(locale)
  const deeds = deedsFor(standingOf(view), actor)
  const ours = view.agencyId === actor.agencyId
  const answers = ours && deeds.includes('acceptance')
  return (
    <PageFrame actor={actor} frame={frame} current="interventions">
      <PageHead
        back={{ href: '/interventions', label: t('interventions.page.back') }}
        eyebrow={childLine(view, locale)}
        title={view.child?.name ?? t('today.unnamed')}
        sub={view.service}
        actions={view.ofCase && <LinkButton weight="quiet" href={`/cases/${view.caseId}`}>{t('interventions.page.toCase', { number: view.ofCase.number })}</LinkButton>}
      />
      <SupportHead view={view} meId={actor.staffId} now={now()} locale={locale} />
      {!answers && <SupportDeeds view={view} deeds={deeds} ours={ours} locale={locale} />}
      <Asked view={view} locale={locale} />
      {answers && (
        <Section title={t('interventions.accept.ask')}>
          <AcceptForm brief view={view} action={acceptAction} locale={locale} />
          <SupportDeeds view={view} deeds={deeds.filter((deed) => deed !== 'acceptance')} ours={ours} locale={locale} />
        </Section>
      )}
      <Answer view={view} locale={locale} />
      {view.state !== 'PROPOSED' && view.state !== 'DECLINED' && (
        <>
          <Weeks view={view} sessions={sessions} locale={locale} />
          <Sessions view={view} sessions={sessions} locale={locale} />
        </>
      )}
      <Remarks view={view} remarks={remarks} locale={locale} />
      <WhySeen grounds={grounds} open={view.ofCase !== null} locale={locale} />
    </PageFrame>
  )
}

async function helpFor(tx: Tx, actor: Actor, id: string) {
  if (!may(actor, 'intervention.answer')) return null
  const view = await interventionOf(tx, actor, id)
  if (!view) return null
  return {
    view,
    sessions: await sessionsOf(tx, actor, id),
    remarks: await remarksOf(tx, actor, view),
    grounds: actor.inside ? [] : await myGrounds(tx, view.caseId),
  }
}

function Weeks({ view, sessions, locale }: { view: InterventionView; sessions: SessionView[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <Section title={t('interventions.page.weeks')}>
      <WeekStrip weeks={weeksOf({ ...view, meetings: sessions }, now(), { before: 12, after: 6 })} locale={locale} />
      <WeekLegend locale={locale} />
    </Section>
  )
}

import { PageHead, Section } from '#components/shell/page-head.tsx'
import { BasesToReview, Decisions, GlassesToReview, Lapses, RefusedViews } from '#components/today/keeping.tsx'
import { PeopleToday } from '#components/today/people-today.tsx'
import { NothingToDo } from '#components/today/nothing.tsx'
import { OwnClearance } from '#components/today/own-clearance.tsx'
import { Receipts } from '#components/today/receipts.tsx'
import { SummaryFigures } from '#components/today/summary-figures.tsx'
import { WorkList } from '#components/today/work-list.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { myToday, type Today } from '#lib/today/my-today.ts'
import { formatDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from './page-frame.tsx'
import { pageTitle } from './page-title.ts'

export const generateMetadata = pageTitle('today.title')

export default async function TodayPage() {
  const actor = await signedIn()
  const today = await asActor(actor, (tx) => myToday(tx, actor))
  const t = translator(actor.locale)
  const count = today.work.length
  return (
    <PageFrame actor={actor} frame={today.frame} current="today">
      <PageHead
        eyebrow={formatDay(now(), actor.locale)}
        title={count === 0 ? t('today.title') : count >= 100 ? t('today.headingMost', { count }) : t('today.heading', { count })}
        actions={may(actor, 'referral.submit') && <LinkButton weight={count === 0 ? 'main' : 'quiet'} href="/referrals/new">{t('today.empty.refer')}</LinkButton>}
      />
      <TodayOf actor={actor} today={today} />
    </PageFrame>
  )
}

function TodayOf({ actor, today }: { actor: Actor; today: Today }) {
  const { role, locale } = actor
  const { work, summary, receipts, keeping, judging, people } = today
  const at = now()
  switch (role) {
    case 'STATISTICS_VIEWER':
      return <Numbers actor={actor} />
    case 'ADMIN':
    case 'PRIVACY_OFFICER':
      return (
        <>
          {keeping && <Lapses lapses={keeping.lapses} now={at} locale={locale} />}
          {keeping && role === 'PRIVACY_OFFICER' && (
            <>
              <Decisions decisions={judging.decisions} locale={locale} />
              <GlassesToReview glasses={judging.glasses} locale={locale} />
              <BasesToReview bases={judging.bases} now={at} locale={locale} />
              <RefusedViews count={keeping.refused} locale={locale} />
            </>
          )}
        </>
      )
    case 'TEACHER':
    case 'COUNSELOR':
    case 'SCHOOL_LEAD':
    case 'COORDINATOR':
    case 'OFFICE_LEAD':
    case 'PARTNER_WORKER':
    case 'PARTNER_LEAD':
      return (
        <>
          <OwnClearance actor={actor} summary={summary} now={at} />
          {people && <PeopleToday {...people} now={at} locale={locale} />}
          <Decisions decisions={judging.decisions} locale={locale} />
          <SummaryFigures role={role} summary={summary} items={work} now={at} locale={locale} />
          {work.length === 0 ? <NothingToDo role={role} locale={locale} /> : <WorkList items={work} now={at} locale={locale} />}
          <GlassesToReview glasses={judging.glasses} locale={locale} />
          <BasesToReview bases={judging.bases} now={at} locale={locale} quiet />
          <Receipts receipts={receipts} now={at} locale={locale} />
        </>
      )
  }
}

function Numbers({ actor: { locale } }: { actor: Actor }) {
  const t = translator(locale)
  return (
    <Section title={t('today.statistics.title')}>
      <p>{t('today.statistics.lead')}</p>
      <LinkButton href="/dashboard">{t('today.statistics.open')}</LinkButton>
    </Section>
  )
}

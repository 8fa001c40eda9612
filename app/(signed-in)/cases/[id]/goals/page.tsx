import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { PlanScreen, type PlanQuestion } from '#components/plans/plan-screen.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { plannedDomains, planOf } from '#lib/plans/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { agreePlanAction, endGoalAction, rateGoalAction, setGoalAction } from './actions.ts'

export const generateMetadata = pageTitle('plans.title')

/** The plan of a case. What is asked stands in the address, so that an answer with a mistake finds its question open again. */
export default async function GoalsPage({ params, searchParams }: PageProps<'/cases/[id]/goals'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), plan: await planOf(tx, actor, id), domains: await plannedDomains(tx, actor, id) }))
  if (!page) notFound()
  const { head, frame, plan, domains } = page
  const { locale } = actor
  const t = translator(locale)
  const writes = may(actor, 'case.plan') && inTheWay(actor, head) === null
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} title={t('plans.title')} sub={t('plans.sub')}>
        <PlanScreen
          head={head}
          plan={plan}
          domains={domains}
          question={writes ? questionOf(await searchParams) : null}
          actions={writes ? { set: setGoalAction, rate: rateGoalAction, end: endGoalAction, agree: agreePlanAction } : null}
          locale={locale}
        />
      </DeedPage>
    </PageFrame>
  )
}

function questionOf({ set, agree, rate }: Record<string, string | string[] | undefined>): PlanQuestion | null {
  if (set !== undefined) return { kind: 'SET' }
  if (agree !== undefined) return { kind: 'AGREE' }
  return typeof rate === 'string' ? { kind: 'RATE', goalId: rate } : null
}

import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Empty } from '#components/ui/notice.tsx'
import type { CaseHead } from '#lib/cases/view.ts'
import type { Plan } from '#lib/plans/queries.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { AgreeForm } from './agree-form.tsx'
import { Agreed } from './agreed.tsx'
import { GoalCard } from './goal-card.tsx'
import { GoalForm } from './goal-form.tsx'

export type PlanQuestion = { kind: 'SET' } | { kind: 'AGREE' } | { kind: 'RATE'; goalId: string }

type Action = (state: FormState, data: FormData) => Promise<FormState>

type PlanScreenProps = {
  head: CaseHead
  plan: Plan
  domains: Domain[]
  /** What is being asked; null: nothing, the plan is read. */
  question: PlanQuestion | null
  /** Null for who only reads. */
  actions: Record<'set' | 'rate' | 'end' | 'agree', Action> | null
  locale: Locale
}

/** The goals that stand, what child and guardian said, and one question at a time. */
export function PlanScreen({ head, plan: { goals, agreement }, domains, question, actions, locale }: PlanScreenProps) {
  const t = translator(locale)
  const here = `/cases/${head.id}/goals`
  const standing = goals.filter(({ endedAt }) => endedAt === null)
  const ended = goals.filter(({ endedAt }) => endedAt !== null)

  if (actions && question?.kind === 'SET') return <GoalForm action={actions.set} caseId={head.id} domains={domains} locale={locale} />
  if (actions && question?.kind === 'AGREE' && standing.length > 0) return <AgreeForm action={actions.agree} head={head} locale={locale} />
  return (
    <>
      {actions && standing.length > 0 && (
        <div className="page-deeds">
          <LinkButton weight={agreement ? 'quiet' : 'main'} href={`${here}?agree`}>{agreement ? t('plans.agree.again') : t('plans.agree.title')}</LinkButton>
          <LinkButton weight="quiet" href={`${here}?set`}>{t('plans.goal.set')}</LinkButton>
        </div>
      )}
      {agreement && <Agreed agreement={agreement} locale={locale} />}
      {standing.length === 0 && (
        <Empty title={t('plans.goal.none')} icon="target" action={actions && <LinkButton href={`${here}?set`}>{t('plans.goal.set')}</LinkButton>}>
          {t('plans.goal.noneText')}
        </Empty>
      )}
      {standing.map((goal) => (
        <GoalCard key={goal.id} goal={goal} head={head} rating={question?.kind === 'RATE' && question.goalId === goal.id} actions={actions} locale={locale} />
      ))}
      {ended.length > 0 && (
        <Disclosure summary={t('plans.goal.ended', { count: ended.length })}>
          {ended.map((goal) => (
            <GoalCard key={goal.id} goal={goal} head={head} rating={false} actions={null} locale={locale} />
          ))}
        </Disclosure>
      )}
    </>
  )
}

import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure, VisuallyHidden } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { GasScale } from '#components/ui/progress.tsx'
import type { CaseHead } from '#lib/cases/view.ts'
import { signed, steps, type Step } from '#lib/plans/goal.ts'
import type { PlanGoal } from '#lib/plans/queries.ts'
import { formatDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { tongueOf } from '#lib/words/tongue.ts'
import { translator } from '#lib/words/translate.ts'
import { GoalLine } from './goal-line.tsx'
import { RateForm } from './rate-form.tsx'

type Action = (state: FormState, data: FormData) => Promise<FormState>

type GoalCardProps = {
  goal: PlanGoal
  head: CaseHead
  /** It is being reviewed: its form stands open. */
  rating: boolean
  actions: Record<'rate' | 'end', Action> | null
  locale: Locale
}

/** One goal: how far it has come, its way there, its five steps. */
export function GoalCard({ goal, head, rating, actions, locale }: GoalCardProps) {
  const t = translator(locale)
  const { id, statement, domain, ratings, setAt, endedAt } = goal
  const latest = steps.find((step) => step === ratings.at(-1)?.rating)
  return (
    <section className="goal" id={`goal-${id}`}>
      <h2 lang={tongueOf(statement, locale)}>{statement}</h2>
      <p className="muted small">
        {[t(`timeline.domain.${domain}`), endedAt ? t('plans.goal.endedAt', { day: formatDay(endedAt, locale) }) : t('plans.goal.setAt', { day: formatDay(setAt, locale) })].join(' · ')}
      </p>
      <GasScale {...(latest !== undefined && { step: (latest + 3) as 1 | 2 | 3 | 4 | 5 })} label={sayLatest(goal, latest, locale)} />
      <p className="small" aria-hidden>{sayLatest(goal, latest, locale)}</p>
      {ratings.length > 0 && <GoalLine ratings={ratings} locale={locale} />}
      {rating && actions ? (
        <RateForm action={actions.rate} caseId={head.id} goal={goal} locale={locale} />
      ) : (
        <>
          <Disclosure summary={t('plans.goal.stepsOf')}>
            <Steps goal={goal} locale={locale} />
          </Disclosure>
          {actions && (
            <div className="goal-deeds">
              <LinkButton weight="quiet" href={`/cases/${head.id}/goals?rate=${id}#goal-${id}`}>
                {t('plans.rate.title')}
                <VisuallyHidden> ({statement})</VisuallyHidden>
              </LinkButton>
              <Form action={actions.end} words={formWords(locale)} formId={`end-${id}`} className="row-form">
                <HiddenField name="caseId" value={head.id} />
                <HiddenField name="goalId" value={id} />
                <SubmitButton weight="quiet">
                  {t('plans.goal.end')}
                  <VisuallyHidden> ({statement})</VisuallyHidden>
                </SubmitButton>
              </Form>
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Steps({ goal, locale }: { goal: PlanGoal; locale: Locale }) {
  return (
    <dl className="goal-steps">
      {steps.map((step, at) => (
        <div key={step}>
          <dt>{signed(step)}</dt>
          <dd lang={tongueOf(goal.steps[at] ?? '', locale)}>{goal.steps[at]}</dd>
        </div>
      ))}
    </dl>
  )
}

function sayLatest(goal: PlanGoal, latest: Step | undefined, locale: Locale): string {
  const t = translator(locale)
  if (latest === undefined) return t('plans.goal.unrated')
  return t('plans.goal.latest', { rating: signed(latest), step: goal.steps[latest + 2] ?? t(`plans.step.${latest}`) })
}

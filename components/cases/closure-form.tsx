import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { GoalResults } from '#components/plans/goal-results.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { closureReasons } from '#lib/cases/case.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import { signed, steps } from '#lib/plans/goal.ts'
import type { PlanGoal } from '#lib/plans/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ClosureFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  goals: PlanGoal[]
  locale: Locale
}

/** Form F11: why it ends, what was reached, what remains, what child and family say. */
export function ClosureForm({ action, head, goals, locale }: ClosureFormProps) {
  const t = translator(locale)
  const questions = goals.map((goal) => ({
    id: goal.id,
    label: goal.statement,
    options: steps.map((step, at) => ({ value: `${goal.id}:${step}`, label: `${signed(step)} · ${goal.steps[at] ?? ''}` })),
  }))
  return (
    <Form action={action} words={formWords(locale)} formId="closure">
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      <Choices name="reason" label={t('cases.close.reason')} required options={closureReasons.map((value) => ({ value, label: t(`cases.closureReason.${value}`) }))} />
      {questions.length > 0 && <GoalResults legend={t('cases.close.goals')} none={t('cases.close.goalNone')} questions={questions} />}
      <TextArea name="summary" label={t('cases.close.summary')} required rows={4} />
      <TextArea name="remaining" label={t('cases.close.remaining')} />
      <TextArea name="voice" label={t('cases.close.voice')} hint={t('cases.close.voiceHint')} />
      <ReporterBox locale={locale} />
      <div className="deed">
        <SubmitButton>{t('cases.close.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

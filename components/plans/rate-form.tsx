import { LinkButton } from '#components/ui/button.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { signed, steps } from '#lib/plans/goal.ts'
import type { PlanGoal } from '#lib/plans/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type RateFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  goal: PlanGoal
  locale: Locale
}

/** How far it has come, in the sentences that were written for it. */
export function RateForm({ action, caseId, goal, locale }: RateFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId={`rate-${goal.id}`}>
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="goalId" value={goal.id} />
      <Choices name="rating" label={t('plans.rate.rating')} required options={steps.map((step, at) => ({ value: String(step), label: `${signed(step)} · ${goal.steps[at] ?? ''}` }))} />
      <TextArea name="remark" label={t('plans.rate.remark')} rows={2} />
      <div className="page-deeds">
        <SubmitButton>{t('plans.rate.save')}</SubmitButton>
        <LinkButton weight="bare" href={`/cases/${caseId}/goals`}>{t('ui.cancel')}</LinkButton>
      </div>
    </Form>
  )
}

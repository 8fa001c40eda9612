import { HiddenField, Select, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { stepNames } from '#lib/plans/goal-form.ts'
import { signed, steps } from '#lib/plans/goal.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type GoalFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  domains: Domain[]
  locale: Locale
}

/** A goal in one sentence, and beforehand what each of its five steps looks like. */
export function GoalForm({ action, caseId, domains, locale }: GoalFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="goal">
      <HiddenField name="caseId" value={caseId} />
      <h2>{t('plans.goal.set')}</h2>
      <TextField name="statement" label={t('plans.goal.statement')} hint={t('plans.goal.statementHint')} required autoComplete="off" />
      <Select name="domain" label={t('plans.goal.domain')} required none={t('plans.goal.domainNone')} options={domains.map((value) => ({ value, label: t(`timeline.domain.${value}`) }))} />
      <div className="goal-ladder">
        <p className="field-label">{t('plans.goal.steps')}</p>
        <p className="field-hint">{t('plans.goal.stepsHint')}</p>
        {steps.map((step, at) => (
          <TextField key={step} name={stepNames[at] ?? 'step1'} label={`${signed(step)} · ${t(`plans.step.${step}`)}`} placeholder={t(`plans.goal.stepExample.${step}`)} required autoComplete="off" />
        ))}
      </div>
      <div className="deed">
        <SubmitButton>{t('plans.goal.save')}</SubmitButton>
        <LinkButton weight="bare" href={`/cases/${caseId}/goals`}>{t('ui.cancel')}</LinkButton>
      </div>
    </Form>
  )
}

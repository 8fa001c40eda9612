import { DateField, HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type NarrowProps = { action: Action; staffId: string; locale: Locale }

/** Her last day, or now. */
export function EndForm({ action, staffId, locale }: NarrowProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="end-person">
      <HiddenField name="staffId" value={staffId} />
      <DateField name="lastDay" label={t('colleagues.leave.lastDay')} />
      <div className="page-deeds">
        <SubmitButton weight="grave">{t('colleagues.leave.endPress')}</SubmitButton>
      </div>
    </Form>
  )
}

/** One press. */
export function PressForm({ action, staffId, formId, label, grave = false, locale }: NarrowProps & { formId: string; label: string; grave?: boolean }) {
  return (
    <Form action={action} words={formWords(locale)} formId={formId}>
      <HiddenField name="staffId" value={staffId} />
      <div className="page-deeds">
        <SubmitButton weight={grave ? 'grave' : 'quiet'}>{label}</SubmitButton>
      </div>
    </Form>
  )
}

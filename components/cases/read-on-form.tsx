import { ProofField } from '#components/accounts/proof-field.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ReadOnFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  /** She has proved who she is a moment ago. */
  proven: boolean
  locale: Locale
}

export function ReadOnForm({ action, caseId, proven, locale }: ReadOnFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="read-on">
      <HiddenField name="caseId" value={caseId} />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t('cases.reading.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

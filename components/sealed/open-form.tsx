import { ProofField } from '#components/accounts/proof-field.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type OpenFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  recordId: string
  what: 'CONTENT' | 'REPORTER'
  /** She has proved who she is a moment ago. */
  proven: boolean
  locale: Locale
}

export function OpenForm({ action, caseId, recordId, what, proven, locale }: OpenFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId={`open-${what.toLowerCase()}`}>
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="recordId" value={recordId} />
      <HiddenField name="what" value={what} />
      <p className="muted">{t('sealed.open.note')}</p>
      <TextField name="reason" label={t('sealed.open.reason')} hint={t('sealed.open.reasonHint')} required />
      <ProofField proven={proven} locale={locale} />
      <div className="page-deeds">
        <SubmitButton>{t(what === 'CONTENT' ? 'sealed.open.press' : 'sealed.open.reporterPress')}</SubmitButton>
      </div>
    </Form>
  )
}

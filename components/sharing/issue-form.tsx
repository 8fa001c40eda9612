import { Choices } from '#components/ui/choices.tsx'
import { DateField, HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import { tongueNames, tongues } from '#lib/sharing/wording/tongue.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { AskedFields } from './asked-fields.tsx'

type IssueFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  agencies: RecipientChoice[]
  initial: Record<string, string | string[]>
  locale: Locale
}

/** What is to stand on F5: which agencies, what, for what, until when, and in which language. */
export function IssueForm({ action, caseId, agencies, initial, locale }: IssueFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="form" initial={initial}>
      <HiddenField name="caseId" value={caseId} />
      <Choices name="language" label={t('sharing.form.language')} hint={t('sharing.form.languageHint')} required row options={tongues.map((tongue) => ({ value: tongue, label: tongueNames[tongue] }))} />
      <AskedFields agencies={agencies} locale={locale} />
      <DateField name="validUntil" label={t('sharing.consent.until')} hint={t('sharing.form.untilHint')} required />
      <div>
        <SubmitButton>{t('sharing.form.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

import { ProofField } from '#components/accounts/proof-field.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { codes, spans } from '#lib/glass/glass.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type GlassFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  studentId: string
  /** She has proved who she is a moment ago. */
  proven: boolean
  locale: Locale
}

export function GlassForm({ action, studentId, proven, locale }: GlassFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="glass">
      <HiddenField name="studentId" value={studentId} />
      <Choices name="code" label={t('glass.codeLabel')} required options={codes.map((value) => ({ value, label: t(`glass.code.${value}`) }))} />
      <TextArea name="reason" label={t('glass.reason')} hint={t('glass.reasonHint')} required />
      <Choices name="minutes" label={t('glass.minutesLabel')} required row initial="30" options={spans.map((value) => ({ value, label: t(`glass.minutes.${value}`) }))} />
      <ProofField proven={proven} locale={locale} />
      <div className="deed">
        <SubmitButton>{t('glass.open')}</SubmitButton>
      </div>
    </Form>
  )
}

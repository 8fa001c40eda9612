import { ProofField } from '#components/accounts/proof-field.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

/** Asks the centre's lead to let one read who reported. */
export function AskReporterForm({ action, caseId, recordId, locale }: { action: Action; caseId: string; recordId: string; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="ask-reporter">
      <HiddenField name="caseId" value={caseId} />
      <HiddenField name="recordId" value={recordId} />
      <p className="muted">{t('sealed.asking.note')}</p>
      <TextField name="reason" label={t('sealed.open.reason')} hint={t('sealed.open.reasonHint')} required />
      <div className="page-deeds">
        <SubmitButton weight="quiet">{t('sealed.asking.press')}</SubmitButton>
      </div>
    </Form>
  )
}

export function AnswerReporterForm({ action, id, proven, locale }: { action: Action; id: string; proven: boolean; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="answer-reporter">
      <HiddenField name="id" value={id} />
      <Choices name="answer" label={t('sealed.asking.decide')} required row options={(['GRANTED', 'REFUSED'] as const).map((value) => ({ value, label: t(`sealed.asking.choice.${value}`) }))} />
      <ProofField proven={proven} locale={locale} />
      <div className="page-deeds">
        <SubmitButton>{t('sealed.asking.save')}</SubmitButton>
      </div>
    </Form>
  )
}

export function AnswerReaderForm({ action, id, proven, locale }: { action: Action; id: string; proven: boolean; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="answer-reader">
      <HiddenField name="id" value={id} />
      <Choices name="answer" label={t('sealed.naming.decide')} required row options={(['GRANTED', 'REFUSED'] as const).map((value) => ({ value, label: t(`sealed.naming.choice.${value}`) }))} />
      <ProofField proven={proven} locale={locale} />
      <div className="page-deeds">
        <SubmitButton>{t('sealed.asking.save')}</SubmitButton>
      </div>
    </Form>
  )
}

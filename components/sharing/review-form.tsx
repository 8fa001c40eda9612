import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ReviewFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; basisId: string; agency: string; locale: Locale }

/** Whether a basis is still needed. */
export function ReviewForm({ action, basisId, agency, locale }: ReviewFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="basis-review">
      <HiddenField name="basisId" value={basisId} />
      <Choices
        name="outcome"
        label={t('sharing.review.outcome')}
        required
        options={[
          { value: 'KEEP', label: t('sharing.review.KEEP'), hint: t('sharing.review.keepHint') },
          { value: 'END', label: t('sharing.review.END'), hint: t('sharing.review.endHint', { agency }), tone: 'amber' },
        ]}
      />
      <TextArea name="remark" label={t('sharing.review.remark')} required rows={3} />
      <div>
        <SubmitButton>{t('sharing.review.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

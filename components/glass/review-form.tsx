import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { outcomes } from '#lib/glass/glass.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ReviewFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; id: string; locale: Locale }

export function ReviewForm({ action, id, locale }: ReviewFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="glass-review">
      <HiddenField name="id" value={id} />
      <Choices name="outcome" label={t('glass.page.outcomeLabel')} required row options={outcomes.map((value) => ({ value, label: t(`glass.outcome.${value}`) }))} />
      <TextArea name="remark" label={t('glass.page.remark')} hint={t('glass.page.remarkHint')} required />
      <div className="deed">
        <SubmitButton>{t('glass.page.save')}</SubmitButton>
      </div>
    </Form>
  )
}

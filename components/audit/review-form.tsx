import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Review } from '#lib/audit/queries.ts'
import { formatDayTime } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type ReviewFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; month: string; locale: Locale }

/** What the privacy officer says of the month: once, and it stays. */
export function ReviewForm({ action, month, locale }: ReviewFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="review">
      <HiddenField name="month" value={month} />
      <TextArea name="remark" label={t('audit.month.remark')} hint={t('audit.month.remarkHint')} required />
      <div className="deed">
        <SubmitButton>{t('audit.month.save')}</SubmitButton>
      </div>
    </Form>
  )
}

export function Reviewed({ review: { at, by, remark }, locale }: { review: Review; locale: Locale }) {
  return (
    <Notice kind="good" title={translator(locale)('audit.month.done', { by, at: formatDayTime(at, locale) })}>
      <p className="whitespace-pre-wrap">{remark}</p>
    </Notice>
  )
}

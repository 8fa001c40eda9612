import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import { now } from '#lib/core/clock.ts'
import { ago } from '#lib/words/clock-words.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type RestoredNoticeProps = { savedAt: Date; kind: string; subject: string; locale: Locale; discard: (state: FormState, data: FormData) => Promise<FormState> }

/** What stands in the form was begun earlier; it can be cleared. */
export function RestoredNotice({ savedAt, kind, subject, locale, discard }: RestoredNoticeProps) {
  const t = translator(locale)
  return (
    <div className="restored">
      <Notice kind="good">{t('referrals.saved.restored', { ago: ago(savedAt, now(), locale) })}</Notice>
      <Form action={discard} words={formWords(locale)} formId="discard" className="">
        <HiddenField name="kind" value={kind} />
        <HiddenField name="subject" value={subject} />
        <SubmitButton weight="quiet">{t('referrals.saved.discard')}</SubmitButton>
      </Form>
    </div>
  )
}

import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ConflictLine } from '#lib/conflicts/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type EndPartProps = { conflict: ConflictLine; me: string; ask: Action; agree: Action; locale: Locale }

/** That there is none: one proposes, another agrees, neither the person herself. */
export function EndPart({ conflict: { id, staffId, endedAt, endAskedById, endAsker, endReason }, me, ask, agree, locale }: EndPartProps) {
  const t = translator(locale)
  const words = formWords(locale)
  if (endedAt) return <Notice kind="good">{t('conflicts.ended')}</Notice>
  if (staffId === me) return <Notice kind="info">{t('conflicts.refusal.own')}</Notice>
  if (!endAskedById) {
    return (
      <Form action={ask} words={words} formId="ask-end">
        <HiddenField name="id" value={id} />
        <TextArea name="reason" label={t('conflicts.end.reason')} required />
        <div className="page-deeds">
          <SubmitButton>{t('conflicts.end.ask')}</SubmitButton>
        </div>
      </Form>
    )
  }
  return (
    <>
      <Notice kind="info" title={t('conflicts.end.askedBy', { name: endAsker ?? '—' })}>
        {endReason}
      </Notice>
      {endAskedById === me ? (
        <p className="muted">{t('conflicts.end.waits')}</p>
      ) : (
        <Form action={agree} words={words} formId="agree-end" className="mt-4">
          <HiddenField name="id" value={id} />
          <SubmitButton>{t('conflicts.end.agree')}</SubmitButton>
        </Form>
      )}
    </>
  )
}

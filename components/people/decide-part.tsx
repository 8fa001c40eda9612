import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { ChangeLine } from '#lib/people/changes.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

/** For the second of two; whoever asked may take it back; everybody else waits. */
export function DecidePart({ change: { id, state, mine, askedById }, me, decide, withdraw, locale }: { change: ChangeLine; me: string; decide: Action; withdraw: Action; locale: Locale }) {
  const t = translator(locale)
  if (state !== 'ASKED') return null
  if (mine) {
    return (
      <Form action={decide} words={formWords(locale)} formId="decide">
        <HiddenField name="id" value={id} />
        <Choices name="answer" label={t('colleagues.change.answer')} required options={[
          { value: 'GRANTED', label: t('colleagues.change.grant'), hint: t('colleagues.change.grantHint') },
          { value: 'RETURNED', label: t('colleagues.change.giveBack'), hint: t('colleagues.change.giveBackHint') },
        ]} />
        <TextArea name="comment" label={t('colleagues.change.comment')} />
        <div className="page-deeds">
          <SubmitButton>{t('colleagues.change.decide')}</SubmitButton>
        </div>
      </Form>
    )
  }
  return (
    <>
      <p className="muted">{t('colleagues.change.waits')}</p>
      {askedById === me && (
        <Form action={withdraw} words={formWords(locale)} formId="withdraw" className="mt-4">
          <HiddenField name="id" value={id} />
          <SubmitButton weight="quiet">{t('colleagues.change.withdraw')}</SubmitButton>
        </Form>
      )}
    </>
  )
}

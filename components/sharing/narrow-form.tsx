import { Chips, Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { writtenKinds } from '#lib/sharing/consent.ts'
import type { AnswerOfRecipient } from '#lib/sharing/queries.ts'
import { domains } from '#lib/timeline/layers.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type NarrowFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; answer: AnswerOfRecipient; locale: Locale }

/** The same person's consent, with less in it: what it holds now is ticked, and is only to be unticked. */
export function NarrowForm({ action, answer, locale }: NarrowFormProps) {
  const t = translator(locale)
  const options = domains.flatMap((domain) => (domain !== 'GENERAL' && answer.items.includes(domain) ? [{ value: domain, label: t(`timeline.domain.${domain}`) }] : []))
  return (
    <Form action={action} words={formWords(locale)} formId="narrow" initial={{ items: answer.items, ...(answer.sensitive ? { sensitive: 'on' } : {}) }}>
      <HiddenField name="consentId" value={answer.id} />
      <Chips name="items" label={t('sharing.narrowing.lead')} hint={t('sharing.narrowing.itemsHint', { agency: answer.recipient })} required groups={[{ options }]} />
      {answer.sensitive && <Choices name="sensitive" label={t('sharing.consent.sensitive')} several options={[{ value: 'on', label: t('sharing.narrowing.sensitiveYes'), tone: 'amber' }]} />}
      <Choices name="evidenceKind" label={t('sharing.consent.evidenceKind')} required row options={writtenKinds.map((kind) => ({ value: kind, label: t(`sharing.evidenceKind.${kind}`) }))} />
      <TextArea name="evidence" label={t('sharing.consent.evidence')} hint={t('sharing.consent.evidenceHint')} required rows={2} />
      <div>
        <SubmitButton weight="grave">{t('sharing.narrowing.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

import { Choices } from '#components/ui/choices.tsx'
import { DateField, HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { basisRules, type BasisKind } from '#lib/sharing/basis.ts'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { ItemFields } from './item-chips.tsx'
import { RecipientField } from './recipient-field.tsx'

type BasisFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  kinds: BasisKind[]
  agencies: RecipientChoice[]
  chosen: RecipientChoice | undefined
  locale: Locale
}

/** Another law that lets an agency be told: which, why, what, until when. */
export function BasisForm({ action, caseId, kinds, agencies, chosen, locale }: BasisFormProps) {
  const t = translator(locale)
  const options = kinds.map((kind) => ({
    value: kind,
    label: `${t(`sharing.basisKind.${kind}`)} · ${t('sharing.basis.longest', { days: basisRules[kind].longestDays })}`,
    hint: t(`sharing.basis.law.${kind}`),
    tone: basisRules[kind].certain ? ('teal' as const) : ('amber' as const),
  }))
  return (
    <Form action={action} words={formWords(locale)} formId="basis">
      <HiddenField name="caseId" value={caseId} />
      <RecipientField label={t('sharing.basis.recipient')} agencies={agencies} chosen={chosen} locale={locale} />
      <Choices name="kind" label={t('sharing.basis.kind')} required options={options} />
      <TextArea name="reason" label={t('sharing.basis.reason')} hint={t('sharing.basis.reasonHint')} required rows={3} />
      <ItemFields
        items={{ label: t('sharing.basis.items'), hint: t('sharing.basis.itemsHint'), required: true }}
        sensitive={{ label: t('sharing.basis.sensitive'), hint: t('sharing.basis.sensitiveHint'), yes: t('sharing.basis.sensitiveYes') }}
        locale={locale}
      />
      <DateField name="validUntil" label={t('sharing.basis.until')} hint={t('sharing.basis.untilHint')} required />
      <div>
        <SubmitButton>{t('sharing.basis.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

import { Chips, Choices } from '#components/ui/choices.tsx'
import { DateField, HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import { tongueNames, tongues } from '#lib/sharing/wording/tongue.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { named } from '#lib/words/named.ts'
import { translator } from '#lib/words/translate.ts'
import { ItemFields } from './item-chips.tsx'

type IssueFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  agencies: RecipientChoice[]
  initial: Record<string, string | string[]>
  locale: Locale
}

/** What is to stand on F5: which agencies, what, for what, until when, and in which language. */
export function IssueForm({ action, caseId, agencies, initial, locale }: IssueFormProps) {
  const t = translator(locale)
  const kinds = [...new Set(agencies.map(({ kind }) => kind))]
  return (
    <Form action={action} words={formWords(locale)} formId="form" initial={initial}>
      <HiddenField name="caseId" value={caseId} />
      <Choices name="language" label={t('sharing.form.language')} hint={t('sharing.form.languageHint')} required row options={tongues.map((tongue) => ({ value: tongue, label: tongueNames[tongue] }))} />
      <Chips
        name="recipients"
        label={t('sharing.form.recipients')}
        hint={t('sharing.form.recipientsHint')}
        required
        groups={kinds.map((kind) => ({ title: named(locale, 'agencies.kind', kind), options: agencies.filter((agency) => agency.kind === kind).map(({ id, name }) => ({ value: id, label: name })) }))}
      />
      <TextArea name="purpose" label={t('sharing.consent.purpose')} hint={t('sharing.consent.purposeHint')} required rows={2} />
      <ItemFields
        items={{ label: t('sharing.form.items'), hint: t('sharing.form.itemsHint'), required: true }}
        sensitive={{ label: t('sharing.consent.sensitive'), hint: t('sharing.consent.sensitiveHint'), yes: t('sharing.form.sensitiveYes') }}
        locale={locale}
      />
      <DateField name="validUntil" label={t('sharing.consent.until')} hint={t('sharing.form.untilHint')} required />
      <div>
        <SubmitButton>{t('sharing.form.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

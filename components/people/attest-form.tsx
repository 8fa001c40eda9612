import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { PersonLine } from '#lib/people/list.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type AttestFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; quarter: string; agencyId: string; people: PersonLine[]; locale: Locale }

/** Each person with what she has and when she last came in: nobody is ticked for the officer. */
export function AttestForm({ action, quarter, agencyId, people, locale }: AttestFormProps) {
  const t = translator(locale)
  const last = (at: Date | null) => `${t('colleagues.lastSignIn')} ${at ? formatDate(at, locale) : t('colleagues.neverSignedIn')}`
  return (
    <Form action={action} words={formWords(locale)} formId="attest">
      <HiddenField name="quarter" value={quarter} />
      <HiddenField name="agencyId" value={agencyId} />
      <Choices several name="needs" label={t('colleagues.attest.needs')} hint={t('colleagues.attest.needsHint')} required options={people.map(({ id, name, role, standing, lastSignInAt }) => ({
        value: id, label: `${name} · ${t(`access.role.${role}`)}`, hint: [t(`colleagues.standing.${standing}`), last(lastSignInAt)].join(' · '),
      }))} />
      <TextArea name="remark" label={t('colleagues.attest.remark')} />
      <div className="page-deeds">
        <SubmitButton>{t('colleagues.attest.press')}</SubmitButton>
      </div>
    </Form>
  )
}

import { Chips, Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { Nameable } from '#lib/sealed/queries.ts'
import { kinds } from '#lib/sealed/sealed.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type WriteFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; caseId: string; people: Nameable[]; locale: Locale }

/** No draft is kept of it anywhere. */
export function WriteForm({ action, caseId, people, locale }: WriteFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="sealed">
      <HiddenField name="caseId" value={caseId} />
      <Choices name="kind" label={t('sealed.kindLabel')} required options={kinds.map((value) => ({ value, label: t(`sealed.kind.${value}`) }))} />
      <TextArea name="body" label={t('sealed.body')} hint={t('sealed.bodyHint')} rows={6} required />
      <TextArea name="reporter" label={t('sealed.reporter')} hint={t('sealed.reporterHint')} rows={2} />
      <TextField name="reporterNames" label={t('sealed.reporterNames')} hint={t('sealed.reporterNamesHint')} />
      {people.length > 0 ? (
        <Chips name="readers" label={t('sealed.readers')} hint={t('sealed.readersHint')} groups={[{ options: people.map(({ id, name, agency }) => ({ value: id, label: `${name} · ${agency}` })) }]} />
      ) : (
        <p className="muted">{t('sealed.readersNone')}</p>
      )}
      <div className="deed">
        <SubmitButton>{t('sealed.save')}</SubmitButton>
      </div>
    </Form>
  )
}

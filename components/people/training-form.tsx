import { Chips } from '#components/ui/choices.tsx'
import { DateField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { PersonLine } from '#lib/people/list.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

/** Everybody who was there, body by body. */
export function TrainingForm({ action, people, today, locale }: { action: (state: FormState, data: FormData) => Promise<FormState>; people: PersonLine[]; today: string; locale: Locale }) {
  const t = translator(locale)
  const agencies = [...new Set(people.map(({ agency }) => agency))]
  return (
    <Form action={action} words={formWords(locale)} formId="training" initial={{ doneOn: today }}>
      <DateField name="doneOn" label={t('colleagues.training1.doneOn')} required max={today} />
      <Chips name="people" label={t('colleagues.training1.people')} required groups={agencies.map((title) => ({ title, options: people.filter(({ agency }) => agency === title).map(({ id, name }) => ({ value: id, label: name })) }))} />
      <div className="page-deeds">
        <SubmitButton>{t('colleagues.training1.press')}</SubmitButton>
      </div>
    </Form>
  )
}

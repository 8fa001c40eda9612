import { AskedFields } from '#components/sharing/asked-fields.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { RecipientChoice } from '#lib/sharing/queries.ts'
import type { PupilChoice } from '#lib/sharing/rounds.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type RoundFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  schoolId: string
  pupils: PupilChoice[]
  agencies: RecipientChoice[]
  /** The school year of today. */
  schoolYear: number
  locale: Locale
}

/** Whom of a class to ask, about which agencies, what and for what: once for all of them. */
export function RoundForm({ action, schoolId, pupils, agencies, schoolYear, locale }: RoundFormProps) {
  const t = translator(locale)
  const label = ({ name, classNumber, asked }: PupilChoice) => [[classNumber, name].filter(Boolean).join(' '), asked.length > 0 && t('rounds.new.asked', { agencies: asked.join(', ') })].filter(Boolean).join(' · ')
  return (
    <Form action={action} words={formWords(locale)} formId="round" initial={{ students: pupils.map(({ id }) => id), schoolYear: String(schoolYear) }}>
      <HiddenField name="schoolId" value={schoolId} />
      <Choices name="schoolYear" label={t('rounds.new.schoolYear')} hint={t('rounds.new.schoolYearHint')} required row options={[schoolYear, schoolYear + 1].map((year) => ({ value: String(year), label: t('rounds.year', { year: String(year) }) }))} />
      <AskedFields agencies={agencies} locale={locale} />
      <Choices name="students" label={t('rounds.new.students')} hint={t('rounds.new.studentsHint')} required several options={pupils.map((pupil) => ({ value: pupil.id, label: label(pupil) }))} />
      <div>
        <SubmitButton>{t('rounds.new.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

import { DateField, HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Absence } from '#lib/people/absence.ts'
import { formatDate } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { PressForm } from './narrow-forms.tsx'

type Action = (state: FormState, data: FormData) => Promise<FormState>
type AbsencePartProps = { staffId: string; absence: Absence | null; deputies: { value: string; label: string }[]; today: string; set: Action; clear: Action; locale: Locale }

/** From when until when, and who stands in; taken back by one press. */
export function AbsencePart({ staffId, absence, deputies, today, set, clear, locale }: AbsencePartProps) {
  const t = translator(locale)
  return (
    <>
      {absence && (
        <Notice kind="info">
          {t('colleagues.absence.now', { from: absence.from ? formatDate(absence.from, locale) : '', until: formatDate(new Date(absence.until.getTime() - 1), locale), name: absence.deputy })}
          <PressForm action={clear} staffId={staffId} formId="clear-absence" label={t('colleagues.absence.clear')} locale={locale} />
        </Notice>
      )}
      <Form action={set} words={formWords(locale)} formId="absence" initial={{ from: today }}>
        <HiddenField name="staffId" value={staffId} />
        <DateField name="from" label={t('colleagues.absence.from')} required />
        <DateField name="until" label={t('colleagues.absence.until')} required min={today} />
        <Select name="deputyId" label={t('colleagues.absence.deputy')} required none={t('colleagues.absence.choose')} options={deputies} />
        <div className="page-deeds">
          <SubmitButton>{t('colleagues.absence.press')}</SubmitButton>
        </div>
      </Form>
    </>
  )
}

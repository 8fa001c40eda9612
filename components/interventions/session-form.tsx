import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { Chips, Choices } from '#components/ui/choices.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { rhythm } from '#lib/cases/case.ts'
import { noteLayers } from '#lib/cases/note.ts'
import { attendances, responses } from '#lib/interventions/intervention.ts'
import type { InterventionView } from '#lib/interventions/view.ts'
import { formatTime, isoDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type SessionFormProps = { view: InterventionView; action: (state: FormState, data: FormData) => Promise<FormState>; now: Date; locale: Locale }

/** F9 in the order people tell it: did she come, was she seen, how was it, when next. */
export function SessionForm({ view, action, now, locale }: SessionFormProps) {
  const t = translator(locale)
  const days = rhythm[view.ofCase?.level ?? 'MODERATE'].review
  return (
    <Form action={action} words={formWords(locale)} formId="session" initial={{ attendance: 'ATTENDED', heldAt: `${isoDay(now)}T${formatTime(now)}`, units: '1', layer: 'PROGRESS' }}>
      <HiddenField name="interventionId" value={view.id} />
      <Chips name="attendance" label={t('interventions.sessionForm.attendance')} several={false} required groups={[{ options: attendances.map((value) => ({ value, label: t(`interventions.attendance.${value}`) })) }]} />
      <Chips name="childSeen" label={t('interventions.sessionForm.childSeenLabel')} required groups={[{ options: [{ value: 'on', label: t('interventions.sessionForm.childSeen') }] }]} />
      <Chips name="response" label={t('interventions.sessionForm.response')} several={false} groups={[{ options: responses.map((value) => ({ value, label: t(`interventions.response.${value}`) })) }]} />
      <TextArea name="body" label={t('interventions.sessionForm.body')} hint={t('interventions.sessionForm.bodyHint')} rows={5} />
      <ReporterBox locale={locale} />
      <TextField name="nextAppointment" type="datetime-local" label={t('interventions.sessionForm.next')} hint={t('interventions.sessionForm.nextHint', { days })} short />
      <Disclosure summary={t('interventions.sessionForm.more')}>
        <TextField name="heldAt" type="datetime-local" label={t('interventions.sessionForm.heldAt')} required short />
        <TextField name="units" type="number" inputMode="numeric" min={1} label={t('interventions.sessionForm.units')} hint={t('interventions.sessionForm.unitsHint', { unit: view.unit })} short />
        <Choices name="layer" label={t('interventions.sessionForm.layer')} required options={noteLayers.map((value) => ({ value, label: t(`timeline.layer.${value}`), hint: t(`timeline.layerHint.${value}`) }))} />
      </Disclosure>
      <div className="deed">
        <SubmitButton>{t('interventions.sessionForm.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { Chips } from '#components/ui/choices.tsx'
import { DateField, HiddenField, Select, SubmitButton, TextArea, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import type { GoalChoice } from '#lib/interventions/goals.ts'
import type { DraftFields } from '#lib/drafts/draft.ts'
import type { Giver } from '#lib/interventions/asking.ts'
import { personLabel, type PersonName } from '#lib/people/person.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { Reads } from './reads.tsx'

export type ProposeFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  domain: string
  service: { code: string; unit: string }
  giver: Giver
  /** The reader's own agency: what she gives herself is taken on at once. */
  own: boolean
  people: PersonName[]
  goals: GoalChoice[]
  /** When the level's clock ends, in words. */
  answerBy: { day: string; level: string }
  initial: DraftFields
  locale: Locale
}

/** What is asked, of whom, how often and until when. The text is read by the agency as it stands. */
export function ProposeForm({ action, caseId, domain, service, giver, own, people, goals, answerBy, initial, locale }: ProposeFormProps) {
  const t = translator(locale)
  const { name: agency, asking } = giver
  return (
    <Form action={action} words={formWords(locale)} formId="ask-form" initial={initial}>
      {Object.entries({ caseId, domain, serviceCode: service.code, agencyId: giver.id }).map(([name, value]) => <HiddenField key={name} name={name} value={value} />)}
      <Reads agency={agency} asking={asking} locale={locale} />
      <TextArea name="request" label={t('interventions.propose.request')} hint={t(asking.may === 'INSIDE' ? 'interventions.propose.requestHintInside' : 'interventions.propose.requestHint', { agency })} rows={5} required />
      <ReporterBox locale={locale} />
      {own && <Chips name="takeOn" label={t('interventions.propose.takeOnLabel')} groups={[{ options: [{ value: 'on', label: t('interventions.propose.takeOn') }] }]} />}
      <Select name="staffId" label={t('interventions.propose.who')} hint={t('interventions.propose.whoHint')} none={t('interventions.propose.queue')} options={people.map((person) => ({ value: person.id, label: personLabel(person) }))} />
      {goals.length > 0 && <Select name="goalId" label={t('interventions.propose.goal')} none={t('interventions.propose.noGoal')} options={goals.map(({ id, statement }) => ({ value: id, label: statement }))} />}
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField name="frequency" label={t('interventions.propose.frequency')} hint={t('interventions.propose.frequencyHint')} required />
        <TextField name="plannedUnits" type="number" inputMode="numeric" min={1} label={t('interventions.propose.planned')} hint={t('interventions.propose.plannedHint', { unit: service.unit })} short />
        <DateField name="startsOn" label={t('interventions.propose.starts')} required />
        <DateField name="endsOn" label={t('interventions.propose.ends')} />
      </div>
      <DateField name="answerBy" label={t('interventions.propose.answerBy')} hint={t('interventions.propose.answerByHint', answerBy)} />
      <div className="deed">
        <SubmitButton>{t('interventions.propose.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

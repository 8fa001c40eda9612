import { DateField, HiddenField, Select, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { InterventionView } from '#lib/interventions/view.ts'
import { personLabel, type PersonName } from '#lib/people/person.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type AcceptFormProps = {
  view: InterventionView
  action: (state: FormState, data: FormData) => Promise<FormState>
  locale: Locale
} & ({ brief: true } | { brief?: false; people: PersonName[]; me: { staffId: string; agencyId: string } })

/** Taking on: a day and a press. Whom else it could be, and a word to the one who asked, are on a page of their own. */
export function AcceptForm({ view, action, locale, ...props }: AcceptFormProps) {
  const t = translator(locale)
  const by = props.brief ? null : props
  const ours = !by || by.me.agencyId === view.agencyId
  return (
    <Form action={action} words={formWords(locale)} formId="accept" initial={{ startsOn: view.startsOn }}>
      <HiddenField name="interventionId" value={view.id} />
      <HiddenField name="version" value={String(view.version)} />
      {!ours && <Notice kind="info">{t('interventions.accept.phone', { agency: view.agency })}</Notice>}
      <DateField name="startsOn" label={t('interventions.accept.starts')} hint={props.brief ? undefined : t('interventions.accept.startsHint')} required />
      {by && (
        <>
          <Select
            name="staffId"
            label={t('interventions.accept.who')}
            hint={t('interventions.accept.whoHint')}
            none={ours ? t('interventions.accept.whoMe') : t('interventions.accept.whoPhone')}
            options={by.people.filter(({ id }) => id !== by.me.staffId).map((person) => ({ value: person.id, label: personLabel(person) }))}
          />
          <TextArea name="answer" label={t('interventions.accept.answer')} hint={t('interventions.accept.answerHint')} />
        </>
      )}
      <div className={props.brief ? 'accept-brief' : 'deed'}>
        <SubmitButton>{t('interventions.accept.submit')}</SubmitButton>
        {props.brief && <a className="link" href={`/interventions/${view.id}/acceptance`}>{t('interventions.accept.more')}</a>}
      </div>
    </Form>
  )
}

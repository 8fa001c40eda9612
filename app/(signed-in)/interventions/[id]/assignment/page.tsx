import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { personLabel } from '#lib/people/person.ts'
import { colleagues } from '#lib/people/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { assignAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.assign.title')

export default async function AssignmentPage(props: DeedPageProps) {
  const opened = await openDeed(props, (tx, actor, { agencyId }) => colleagues(tx, actor, [agencyId]))
  const { actor, view, more } = opened
  const t = translator(actor.locale)
  const people = (more ?? []).filter(({ id }) => id !== view.staffId)
  return (
    <DeedFrame opened={opened} deed="assignment" title={t('interventions.assign.title')}>
      <Form action={assignAction} words={formWords(actor.locale)} formId="assign">
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <Select
          name="staffId"
          label={t('interventions.assign.who')}
          hint={t(view.state === 'PROPOSED' ? 'interventions.assign.hintBefore' : 'interventions.assign.hintAfter')}
          required
          none={t('interventions.assign.choose')}
          options={people.map((person) => ({ value: person.id, label: personLabel(person) }))}
        />
        <div className="deed">
          <SubmitButton>{t('interventions.assign.submit')}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

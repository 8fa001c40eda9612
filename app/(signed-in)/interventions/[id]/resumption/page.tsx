import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { resumeAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.resumeForm.title')

export default async function ResumptionPage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  const t = translator(actor.locale)
  const sub = view.wakesOn ? t('interventions.resumeForm.sub', { day: formatDay(new Date(view.wakesOn), actor.locale) }) : undefined
  return (
    <DeedFrame opened={opened} deed="resumption" title={t('interventions.resumeForm.title')} sub={sub}>
      <Form action={resumeAction} words={formWords(actor.locale)} formId="resume">
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <TextField name="nextAppointment" type="datetime-local" label={t('interventions.resumeForm.next')} hint={t('interventions.resumeForm.nextHint')} short />
        <div className="deed">
          <SubmitButton>{t('interventions.resumeForm.submit')}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

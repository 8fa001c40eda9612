import { DateField, HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { now } from '#lib/core/clock.ts'
import { isoDay } from '#lib/words/days.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { pauseAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.pauseForm.title')

export default async function PausePage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  const t = translator(actor.locale)
  return (
    <DeedFrame opened={opened} deed="pause" title={t('interventions.pauseForm.title')}>
      <Form action={pauseAction} words={formWords(actor.locale)} formId="pause">
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <DateField name="wakesOn" label={t('interventions.pauseForm.wakesOn')} hint={t('interventions.pauseForm.wakesHint')} required min={isoDay(new Date(now().getTime() + 86_400_000))} />
        <TextArea name="reason" label={t('interventions.pauseForm.reason')} required />
        <div className="deed">
          <SubmitButton>{t('interventions.pauseForm.submit')}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

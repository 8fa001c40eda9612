import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { results } from '#lib/interventions/intervention.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { completeAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.completeForm.title')

export default async function CompletionPage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  const t = translator(actor.locale)
  return (
    <DeedFrame opened={opened} deed="completion" title={t('interventions.completeForm.title')}>
      <Form action={completeAction} words={formWords(actor.locale)} formId="complete">
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <Choices name="result" label={t('interventions.completeForm.result')} required row options={results.map((value) => ({ value, label: t(`interventions.result.${value}`) }))} />
        <TextArea name="summary" label={t('interventions.completeForm.summary')} rows={5} required />
        <ReporterBox locale={actor.locale} />
        <div className="deed">
          <SubmitButton>{t('interventions.completeForm.submit')}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

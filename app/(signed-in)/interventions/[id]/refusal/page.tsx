import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { declineCodes } from '#lib/interventions/intervention.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { declineAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.decline.title')

export default async function RefusalPage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  const t = translator(actor.locale)
  return (
    <DeedFrame opened={opened} deed="refusal" title={t('interventions.decline.title')}>
      <Form action={declineAction} words={formWords(actor.locale)} formId="refuse">
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <Choices name="code" label={t('interventions.decline.code')} required options={declineCodes.map((value) => ({ value, label: t(`interventions.declineCode.${value}`) }))} />
        <TextArea name="answer" label={t('interventions.decline.answer')} hint={t('interventions.decline.answerHint')} />
        <div className="deed">
          <SubmitButton>{t('interventions.decline.submit')}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

import { ReporterBox } from '#components/cases/reporter-box.tsx'
import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { endReasons } from '#lib/interventions/intervention.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { pageTitle } from '../../../page-title.ts'
import { discontinueAction } from '../actions.ts'
import { DeedFrame, openDeed, type DeedPageProps } from '../deed-page.tsx'

export const generateMetadata = pageTitle('interventions.endForm.title')

/** Stops help before its end; a request nobody has answered yet is taken back. */
export default async function EndPage(props: DeedPageProps) {
  const opened = await openDeed(props)
  const { actor, view } = opened
  const t = translator(actor.locale)
  const withdraws = view.state === 'PROPOSED'
  const form = withdraws ? 'withdrawForm' : 'endForm'
  return (
    <DeedFrame opened={opened} deed="end" title={t(`interventions.${form}.title`)} sub={withdraws ? t('interventions.withdrawForm.sub') : undefined}>
      <Form action={discontinueAction} words={formWords(actor.locale)} formId="end" initial={withdraws ? { reason: 'WITHDRAWN' } : {}}>
        <HiddenField name="interventionId" value={view.id} />
        <HiddenField name="version" value={String(view.version)} />
        <Choices name="reason" label={t(`interventions.${form}.reason`)} required options={endReasons.filter((value) => withdraws || value !== 'WITHDRAWN').map((value) => ({ value, label: t(`interventions.endReason.${value}`) }))} />
        <TextArea name="summary" label={t(`interventions.${form}.summary`)} hint={withdraws ? undefined : t('interventions.endForm.summaryHint')} rows={4} required />
        <ReporterBox locale={actor.locale} />
        <div className="deed">
          <SubmitButton weight="grave">{t(`interventions.${form}.submit`)}</SubmitButton>
        </div>
      </Form>
    </DeedFrame>
  )
}

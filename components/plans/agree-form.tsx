import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { CaseHead } from '#lib/cases/view.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type AgreeFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  locale: Locale
}

/** The plan is agreed with those whose life it is about: what they said, or why they could not be heard. */
export function AgreeForm({ action, head, locale }: AgreeFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="agree">
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      <h2>{t('plans.agree.title')}</h2>
      <Notice kind="info">
        {t('plans.agree.intro')} {t('plans.agree.sensitive')}
      </Notice>
      <TextArea name="studentVoice" label={t('plans.agree.student')} hint={t('plans.agree.studentHint')} required />
      {head.quiet?.all ? (
        <Notice kind="warning">{t('sharing.quiet.agree')}</Notice>
      ) : (
        <TextArea name="guardianVoice" label={t('plans.agree.guardian')} hint={t(head.quiet ? 'sharing.quiet.agreeSome' : 'plans.agree.guardianHint')} required />
      )}
      <div className="deed">
        <SubmitButton>{t('plans.agree.save')}</SubmitButton>
        <LinkButton weight="bare" href={`/cases/${head.id}/goals`}>{t('ui.cancel')}</LinkButton>
      </div>
    </Form>
  )
}

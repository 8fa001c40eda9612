import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { WaitsChoices } from '#lib/cases/choices.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import type { ChoiceGroup } from '#lib/people/choices.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { TeamFields } from './team-fields.tsx'
import { TurnFields } from './turn-fields.tsx'

type ReopenFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  team: ChoiceGroup[]
  waits: WaitsChoices
  now: Date
  locale: Locale
}

export function ReopenForm({ action, head, team, waits, now, locale }: ReopenFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="reopen">
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      <TextArea name="reason" label={t('cases.reopen.reason')} required />
      <TeamFields team={team} t={t} />
      <TurnFields choices={waits} now={now} t={t} />
      <div className="deed">
        <SubmitButton>{t('cases.reopen.submit')}</SubmitButton>
      </div>
    </Form>
  )
}

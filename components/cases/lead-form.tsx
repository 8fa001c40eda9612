import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { CaseHead } from '#lib/cases/view.ts'
import type { ChoiceGroup } from '#lib/people/choices.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type LeadFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  team: ChoiceGroup[]
  locale: Locale
}

export function LeadForm({ action, head, team, locale }: LeadFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="lead" initial={{ formerStays: 'on' }}>
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      <Select name="leadId" label={t('cases.lead.lead')} hint={t('cases.open.leadHint')} required none={t('cases.open.choose')} options={[]} groups={team} />
      <Choices several name="formerStays" label={t('cases.lead.former')} required options={[{ value: 'on', label: t('cases.lead.formerStays') }]} />
      <div className="deed">
        <SubmitButton>{t('cases.lead.save')}</SubmitButton>
      </div>
    </Form>
  )
}

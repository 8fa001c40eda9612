import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import type { ChoiceGroup } from '#lib/people/choices.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type AddMemberFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  caseId: string
  team: ChoiceGroup[]
  locale: Locale
}

export function AddMemberForm({ action, caseId, team, locale }: AddMemberFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="add-member" initial={{ relation: 'MEMBER' }}>
      <HiddenField name="caseId" value={caseId} />
      <Select name="staffId" label={t('cases.members.who')} hint={t('cases.members.whoHint')} required none={t('cases.open.choose')} options={[]} groups={team} />
      <Choices
        name="relation"
        label={t('cases.members.relation')}
        required
        options={(['MEMBER', 'CO_LEAD', 'OBSERVER'] as const).map((value) => ({ value, label: t(`cases.relation.${value}`), hint: t(`cases.members.relationHint.${value}`) }))}
      />
      <div className="page-deeds">
        <SubmitButton>{t('cases.members.addButton')}</SubmitButton>
      </div>
    </Form>
  )
}

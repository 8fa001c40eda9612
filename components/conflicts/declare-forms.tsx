import { HiddenField, Select, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Colleague } from '#lib/conflicts/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

type DeclareProps = { action: (state: FormState, data: FormData) => Promise<FormState>; caseId: string; locale: Locale }

export function OwnForm({ action, caseId, locale }: DeclareProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="own-conflict">
      <HiddenField name="caseId" value={caseId} />
      <Notice kind="warning">{t('conflicts.declare.effect')}</Notice>
      <div className="page-deeds">
        <SubmitButton weight="grave">{t('conflicts.declare.press')}</SubmitButton>
      </div>
    </Form>
  )
}

export function NameForm({ action, caseId, people, locale }: DeclareProps & { people: Colleague[] }) {
  const t = translator(locale)
  const agencies = [...new Set(people.map(({ agency }) => agency))]
  const groups = agencies.map((label) => ({ label, options: people.filter(({ agency }) => agency === label).map(({ id: value, name }) => ({ value, label: name })) }))
  return (
    <Form action={action} words={formWords(locale)} formId="name-conflict">
      <HiddenField name="caseId" value={caseId} />
      <Select name="staffId" label={t('conflicts.declare.person')} required none={t('conflicts.declare.choose')} options={[]} groups={groups} />
      <div className="page-deeds">
        <SubmitButton weight="grave">{t('conflicts.declare.otherPress')}</SubmitButton>
      </div>
    </Form>
  )
}

import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { LevelRow } from '#lib/cases/level-history.ts'
import { ratedFields } from '#lib/cases/rated.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { FindingFields, LevelFields } from './assessment-fields.tsx'

type LevelFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  head: CaseHead
  /** The last decision: what was found then is there to be changed, the level and its reason are asked anew. */
  last: LevelRow | undefined
  locale: Locale
}

export function LevelForm({ action, head, last, locale }: LevelFormProps) {
  const t = translator(locale)
  const found = last && { ...ratedFields(last.ratings), redFlags: last.redFlags, aggravators: last.aggravators }
  return (
    <Form action={action} words={formWords(locale)} formId="level" {...(found && { initial: found })}>
      <HiddenField name="caseId" value={head.id} />
      <HiddenField name="version" value={String(head.version)} />
      {head.level === 'EMERGENCY' && <Notice kind="warning">{t('cases.levelPage.second')}</Notice>}
      <FindingFields t={t} />
      <LevelFields t={t} reasonRequired />
      <div className="deed">
        <SubmitButton>{t('cases.levelPage.save')}</SubmitButton>
      </div>
    </Form>
  )
}

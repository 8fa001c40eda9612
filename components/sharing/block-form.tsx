import { Choices } from '#components/ui/choices.tsx'
import { HiddenField, SubmitButton, TextArea } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { blockCodes } from '#lib/sharing/guardian-block.ts'
import type { GuardianChoice } from '#lib/sharing/queries.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { sayGuardian } from './say-sharing.ts'

type BlockFormProps = { action: (state: FormState, data: FormData) => Promise<FormState>; caseId: string; guardians: GuardianChoice[]; locale: Locale }

/** Which guardian is not told, and why. Whoever may not read the roster can only mean all of them. */
export function BlockForm({ action, caseId, guardians, locale }: BlockFormProps) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="block">
      <HiddenField name="caseId" value={caseId} />
      {guardians.length > 0 && (
        <Choices several name="guardianIds" label={t('sharing.quiet.who')} hint={t('sharing.quiet.whoHint')} required options={guardians.map((guardian) => ({ value: guardian.id, label: sayGuardian(guardian, locale) }))} />
      )}
      {guardians.length > 0 ? <Choices several name="all" label={t('sharing.quiet.everybody')} options={[{ value: 'on', label: t('sharing.quiet.everybody') }]} /> : <HiddenField name="all" value="on" />}
      <Choices name="code" label={t('sharing.quiet.code')} required options={blockCodes.map((value) => ({ value, label: t(`sharing.quiet.codes.${value}`) }))} />
      <TextArea name="reason" label={t('sharing.quiet.reason')} hint={t('sharing.quiet.reasonHint')} required rows={2} />
      <div>
        <SubmitButton weight="grave">{t('sharing.quiet.press')}</SubmitButton>
      </div>
    </Form>
  )
}

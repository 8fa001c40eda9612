import { SubmitButton } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { ProofField } from './proof-field.tsx'

/** Shows once that it is she, for all that a page lets her do with it (▲). */
export function ProveForm({ action, locale }: { action: (state: FormState, data: FormData) => Promise<FormState>; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="prove">
      <ProofField proven={false} locale={locale} />
      <div>
        <SubmitButton weight="quiet">{t('accounts.factors.prove')}</SubmitButton>
      </div>
    </Form>
  )
}

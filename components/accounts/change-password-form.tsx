import { SubmitButton, TextField } from '#components/ui/fields.tsx'
import type { FormState } from '#components/ui/form-state.ts'
import { Form } from '#components/ui/form.tsx'
import { shortestPassword } from '#lib/access/password-rules.ts'
import { formWords } from '#lib/words/form-words.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'

export function ChangePasswordForm({ action, locale }: { action: (state: FormState, data: FormData) => Promise<FormState>; locale: Locale }) {
  const t = translator(locale)
  return (
    <Form action={action} words={formWords(locale)} formId="change-password">
      <TextField name="password" type="password" autoComplete="current-password" label={t('accounts.password.current')} required />
      <TextField name="newPassword" type="password" autoComplete="new-password" label={t('accounts.password.new')} hint={t('accounts.password.hint', { least: shortestPassword })} required />
      <div>
        <SubmitButton weight="quiet">{t('accounts.password.change')}</SubmitButton>
      </div>
    </Form>
  )
}

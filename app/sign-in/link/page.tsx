import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { openLink } from '#lib/access/account-links.ts'
import { shortestPassword } from '#lib/access/password-rules.ts'
import { visitorLocale } from '#lib/access/session.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { recoverAction, setPasswordAction } from './actions.ts'

export const generateMetadata = pageTitle('accounts.link.title')

/** Where a letter's link leads. Looking at it changes nothing: mail programs look at links by themselves. */
export default async function LinkPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams
  const link = typeof token === 'string' ? await openLink(token) : null
  const locale = await visitorLocale()
  const t = translator(locale)
  if (!link || typeof token !== 'string') {
    return (
      <EntryFrame locale={locale} title={t('accounts.link.overTitle')} why={t('accounts.refusal.linkOver')}>
        <LinkButton href="/sign-in/reset">{t('accounts.link.again')}</LinkButton>
      </EntryFrame>
    )
  }
  if (link.purpose === 'RECOVERY') {
    return (
      <EntryFrame locale={locale} title={t('accounts.link.recoverTitle')} why={t('accounts.link.RECOVERY')}>
        <Form action={recoverAction} words={formWords(locale)} formId="recover">
          <HiddenField name="token" value={token} />
          <TextField name="password" type="password" autoComplete="current-password" label={t('access.signIn.password')} required />
          <SubmitButton>{t('accounts.link.recover')}</SubmitButton>
        </Form>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame locale={locale} title={t('accounts.link.title')} why={t(`accounts.link.${link.purpose}`)}>
      <Form action={setPasswordAction} words={formWords(locale)} formId="set-password">
        <HiddenField name="token" value={token} />
        {/* For the browser's own keeper of passwords: whose it is. */}
        <input type="text" autoComplete="username" value={link.email} readOnly hidden />
        <TextField name="newPassword" type="password" autoComplete="new-password" label={t('accounts.password.new')} hint={t('accounts.password.hint', { least: shortestPassword })} required />
        <SubmitButton>{t('accounts.link.submit')}</SubmitButton>
      </Form>
    </EntryFrame>
  )
}

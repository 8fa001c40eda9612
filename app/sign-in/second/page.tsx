import { redirect } from 'next/navigation'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { PasskeyButton } from '#components/accounts/passkey-button.tsx'
import { SignOut } from '#components/accounts/sign-out.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { stepOf } from '#lib/access/entering.ts'
import { localPath } from '#lib/access/local-path.ts'
import { onTheWay, visitorLocale } from '#lib/access/session.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { showSecondAction } from './actions.ts'

export const generateMetadata = pageTitle('accounts.second.title')

/** The second step of a sign-in. */
export default async function SecondPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = localPath((await searchParams).next)
  const who = await onTheWay()
  if (!who) redirect('/sign-in')
  if (who.enough || (!who.app && who.passkeys === 0)) redirect(stepOf(who, next))

  const locale = await visitorLocale()
  const t = translator(locale)
  return (
    <EntryFrame locale={locale} title={t('accounts.second.title')} why={t(who.app ? 'accounts.second.why' : 'accounts.second.whyPasskey')}>
      {who.passkeys > 0 && (
        <Form action={showSecondAction} words={formWords(locale)} formId="passkey">
          <HiddenField name="next" value={next} />
          <input type="hidden" name="answer" />
          <PasskeyButton purpose="PROVE" field="answer" weight={who.app ? 'quiet' : 'main'} words={{ press: t('accounts.passkey.show'), failed: t('accounts.passkey.failed') }} />
        </Form>
      )}
      <Form action={showSecondAction} words={formWords(locale)} formId="second">
        <HiddenField name="next" value={next} />
        <TextField name="code" label={t(who.app ? 'accounts.second.code' : 'accounts.second.recovery')} hint={t(who.app ? 'accounts.second.codeHint' : 'accounts.second.recoveryHint')} autoComplete="one-time-code" required />
        <SubmitButton weight={who.app ? 'main' : 'quiet'}>{t('accounts.second.submit')}</SubmitButton>
      </Form>
      <p className="muted small">{t('accounts.second.help')}</p>
      <SignOut locale={locale} />
    </EntryFrame>
  )
}

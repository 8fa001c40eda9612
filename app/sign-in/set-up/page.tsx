import { redirect } from 'next/navigation'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { PasskeyButton } from '#components/accounts/passkey-button.tsx'
import { ProofField } from '#components/accounts/proof-field.tsx'
import { SignOut } from '#components/accounts/sign-out.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { maySetUp, stepOf } from '#lib/access/entering.ts'
import { localPath } from '#lib/access/local-path.ts'
import { onTheWay, visitorLocale } from '#lib/access/session.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { addPasskeyAction, beginAppAction } from './actions.ts'

export const generateMetadata = pageTitle('accounts.setUp.title')

/** Where a second factor is set up: on the way in when one is asked, or from one's settings. */
export default async function SetUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = localPath((await searchParams).next)
  const who = await onTheWay()
  if (!who) redirect('/sign-in?next=%2Fsettings')
  if (!maySetUp(who)) redirect(stepOf(who, next))

  const locale = await visitorLocale()
  const t = translator(locale)
  const proven = !who.enough || who.fresh
  return (
    <EntryFrame locale={locale} title={t('accounts.setUp.title')} why={t(who.enough ? 'accounts.setUp.why' : 'accounts.setUp.required')}>
      <section className="card grid gap-3">
        <h2>{t('accounts.passkey.title')}</h2>
        <p className="muted">{t('accounts.passkey.why')}</p>
        <Form action={addPasskeyAction} words={formWords(locale)} formId="passkey">
          <HiddenField name="next" value={next} />
          <input type="hidden" name="answer" />
          <TextField name="name" label={t('accounts.passkey.name')} hint={t('accounts.passkey.nameHint')} initial={t('accounts.passkey.nameFirst', { number: who.passkeys + 1 })} required />
          <ProofField proven={proven} locale={locale} />
          <PasskeyButton purpose="REGISTER" field="answer" weight="main" words={{ press: t('accounts.passkey.make'), failed: t('accounts.passkey.failed') }} />
        </Form>
        <noscript>
          <p className="muted small">{t('accounts.passkey.needsScript')}</p>
        </noscript>
      </section>
      {!who.app && (
        <section className="card grid gap-3">
          <h2>{t('accounts.app.title')}</h2>
          <p className="muted">{t('accounts.app.why')}</p>
          <Form action={beginAppAction} words={formWords(locale)} formId="app">
            <HiddenField name="next" value={next} />
            <ProofField proven={proven} locale={locale} />
            <SubmitButton weight="quiet">{t('accounts.app.begin')}</SubmitButton>
          </Form>
        </section>
      )}
      {who.enough ? (
        <LinkButton weight="bare" href="/settings">
          {t('accounts.setUp.back')}
        </LinkButton>
      ) : (
        <SignOut locale={locale} />
      )}
    </EntryFrame>
  )
}

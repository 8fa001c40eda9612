import { redirect } from 'next/navigation'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryHead } from '#components/accounts/entry-frame.tsx'
import { PasskeyButton } from '#components/accounts/passkey-button.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { localPath } from '#lib/access/local-path.ts'
import { signedInOrNull, visitorLocale } from '#lib/access/session.ts'
import { env } from '#lib/core/env.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { signInHere, signInWithPasskeyHere } from './actions.ts'
import { Cast } from './cast.tsx'

export const generateMetadata = pageTitle('access.signIn.title')

type Query = Partial<Record<'next' | 'error' | 'done' | 'recovered', string | string[]>>

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { next: asked, error, done, recovered } = await searchParams
  const next = localPath(typeof asked === 'string' ? asked : undefined)
  if (await signedInOrNull()) redirect(next)

  const locale = await visitorLocale()
  const t = translator(locale)
  const { demo, oidc } = env()
  return (
    <main id="content" className={`mx-auto grid w-full gap-x-16 gap-y-10 px-4 py-8 sm:px-8 sm:py-14 ${demo ? 'max-w-[68rem] lg:grid-cols-[22rem_minmax(0,1fr)]' : 'max-w-md'}`}>
      <section aria-labelledby="sign-in" className="grid content-start gap-6">
        <EntryHead locale={locale} />
        <div>
          <h1 id="sign-in">{t('access.signIn.title')}</h1>
          <p className="muted">{t('access.signIn.why')}</p>
        </div>
        {error && <Notice kind="wrong">{t(error === 'unknown' ? 'access.signIn.unknown' : 'access.signIn.provider')}</Notice>}
        {done !== undefined && <Notice kind="good">{t('accounts.link.done')}</Notice>}
        {recovered !== undefined && <Notice kind="good">{t('accounts.link.recovered')}</Notice>}
        <Form action={signInHere} words={formWords(locale)} formId="sign-in-form">
          <HiddenField name="next" value={next} />
          <TextField name="email" label={t('access.signIn.email')} type="email" inputMode="email" autoComplete="username" required />
          <TextField name="password" label={t('access.signIn.password')} type="password" autoComplete="current-password" required />
          <SubmitButton>{t('access.signIn.submit')}</SubmitButton>
        </Form>
        <Form action={signInWithPasskeyHere} words={formWords(locale)} formId="passkey-form">
          <HiddenField name="next" value={next} />
          <input type="hidden" name="answer" />
          <PasskeyButton purpose="SIGN_IN" field="answer" words={{ press: t('accounts.passkey.signIn'), failed: t('accounts.passkey.failed') }} />
        </Form>
        {oidc && (
          <LinkButton weight="quiet" href={`/api/auth/oidc?next=${encodeURIComponent(next)}`}>
            {t('access.signIn.oidc')}
          </LinkButton>
        )}
        <p className="small">
          <a href="/sign-in/reset">{t('accounts.reset.forgot')}</a>
        </p>
        <p className="muted small">{t('access.signIn.help')}</p>
      </section>
      {demo && <Cast locale={locale} next={next} />}
    </main>
  )
}

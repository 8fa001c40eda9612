import { redirect } from 'next/navigation'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { ProofField } from '#components/accounts/proof-field.tsx'
import { QrPicture } from '#components/accounts/qr-picture.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { HiddenField, SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { maySetUp, stepOf } from '#lib/access/entering.ts'
import { localPath } from '#lib/access/local-path.ts'
import { onTheWay, visitorLocale } from '#lib/access/session.ts'
import { totpToSetUp } from '#lib/access/totp.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { confirmAppAction } from '../actions.ts'

export const generateMetadata = pageTitle('accounts.app.title')

/** The picture an app reads, and its first code. */
export default async function AppPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = localPath((await searchParams).next)
  const who = await onTheWay()
  if (!who) redirect('/sign-in?next=%2Fsettings')
  if (!maySetUp(who)) redirect(stepOf(who, next))
  const proven = !who.enough || who.fresh
  const asked = proven ? await totpToSetUp(who) : null
  const back = `/sign-in/set-up?next=${encodeURIComponent(next)}`
  if (!asked) redirect(back)

  const locale = await visitorLocale()
  const t = translator(locale)
  return (
    <EntryFrame locale={locale} title={t('accounts.app.title')} why={t('accounts.app.scan')}>
      <QrPicture text={asked.uri} label={t('accounts.app.picture')} />
      <Disclosure summary={t('accounts.app.byHand')}>
        <p className="break-words">
          <code>{asked.letters}</code>
        </p>
      </Disclosure>
      <Form action={confirmAppAction} words={formWords(locale)} formId="confirm">
        <HiddenField name="next" value={next} />
        <TextField name="code" label={t('accounts.app.first')} inputMode="numeric" autoComplete="one-time-code" required short />
        <ProofField proven={proven} locale={locale} />
        <SubmitButton>{t('accounts.app.confirm')}</SubmitButton>
      </Form>
      <LinkButton weight="bare" href={back}>
        {t('accounts.app.back')}
      </LinkButton>
    </EntryFrame>
  )
}

import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { SubmitButton, TextField } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { visitorLocale } from '#lib/access/session.ts'
import { canPost } from '#lib/notices/post.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { askResetAction } from './actions.ts'

export const generateMetadata = pageTitle('accounts.reset.title')

/** Where somebody who has forgotten her password asks for a letter. It says the same whoever asks. */
export default async function ResetPage({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const locale = await visitorLocale()
  const t = translator(locale)
  const sent = (await searchParams).sent !== undefined
  return (
    <EntryFrame locale={locale} title={t(sent ? 'accounts.reset.sentTitle' : 'accounts.reset.title')} why={t(sent ? 'accounts.reset.sent' : 'accounts.reset.why')}>
      {!canPost() && <Notice kind="warning">{t('accounts.reset.noMail')}</Notice>}
      {!sent && (
        <Form action={askResetAction} words={formWords(locale)} formId="reset">
          <TextField name="email" label={t('access.signIn.email')} type="email" inputMode="email" autoComplete="username" required />
          <SubmitButton>{t('accounts.reset.submit')}</SubmitButton>
        </Form>
      )}
      <LinkButton weight="quiet" href="/sign-in">
        {t('accounts.reset.back')}
      </LinkButton>
    </EntryFrame>
  )
}

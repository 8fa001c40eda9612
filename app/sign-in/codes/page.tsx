import { redirect } from 'next/navigation'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { EntryFrame } from '#components/accounts/entry-frame.tsx'
import { HiddenField, SubmitButton } from '#components/ui/fields.tsx'
import { Form } from '#components/ui/form.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { stepOf } from '#lib/access/entering.ts'
import { localPath } from '#lib/access/local-path.ts'
import { codesToShow } from '#lib/access/recovery-codes.ts'
import { onTheWay, visitorLocale } from '#lib/access/session.ts'
import { formWords } from '#lib/words/form-words.ts'
import { translator } from '#lib/words/translate.ts'
import { codesKeptAction } from './actions.ts'

export const generateMetadata = pageTitle('accounts.codes.title')

/** The ten recovery codes, once: until she says that she has kept them, ten minutes at most. */
export default async function CodesPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = localPath((await searchParams).next)
  const who = await onTheWay()
  if (!who) redirect('/sign-in')
  if (!who.enough) redirect(stepOf(who, next))
  const codes = who.fresh ? await codesToShow(who) : []
  if (codes.length === 0) redirect(next)

  const locale = await visitorLocale()
  const t = translator(locale)
  return (
    <EntryFrame locale={locale} title={t('accounts.codes.title')} why={t('accounts.codes.why')}>
      <ul className="card grid gap-2 sm:grid-cols-2" aria-label={t('accounts.codes.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Form action={codesKeptAction} words={formWords(locale)} formId="kept">
        <HiddenField name="next" value={next} />
        <div className="page-deeds">
          <SubmitButton>{t('accounts.codes.kept')}</SubmitButton>
          <PrintButton>{t('accounts.codes.print')}</PrintButton>
        </div>
      </Form>
    </EntryFrame>
  )
}

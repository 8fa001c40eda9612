import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { IssueForm } from '#components/sharing/issue-form.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { formsOf } from '#lib/sharing/forms.ts'
import { answersOf, guardianTongue, outsideAgencies } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { issueFormAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.form.title')

export default async function FormPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const query = await searchParams
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    agencies: await outsideAgencies(tx, actor),
    answers: await answersOf(tx, actor, student.id),
    tongue: await guardianTongue(tx, actor, student.id),
    forms: await formsOf(tx, actor, student.id),
  }))
  if (!found || inTheWay(actor, found.head) !== null || !may(actor, 'consent.record')) notFound()

  const { head, frame, agencies, answers, tongue, forms } = found
  const { locale } = actor
  const t = translator(locale)
  const recipient = idIn(query, 'recipient')
  // What was agreed to before is there to be agreed to again: renewing is one press, the day is asked for anew.
  const before = answers.find(({ recipientId, state }) => recipientId === recipient && state === 'GRANTED')
  const year = new Date(now().getTime() + 365 * 86_400_000)
  const initial = {
    language: tongue, validUntil: isoDay(year), ...(recipient ? { recipients: [recipient] } : {}),
    ...(before ? { purpose: before.purpose, items: before.items, ...(before.sensitive ? { sensitive: 'on' } : {}) } : {}),
  }
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={t('sharing.form.title')} sub={t('sharing.form.sub')}>
        {forms.length > 0 && (
          <section className="section" aria-labelledby="made">
            <div className="section-head">
              <h2 id="made">{t('sharing.form.made')}</h2>
            </div>
            <ul>
              {forms.map(({ id: formId, number, issuedAt, recipients, answers: count }) => (
                <li key={formId} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2">
                  <a className="link inline-flex min-h-11 items-center" href={`/cases/${id}/sharing/form/${formId}`}>{number}</a>
                  <span>{recipients.join(', ')}</span>
                  <span className="small muted">{[formatDate(issuedAt, locale), t('sharing.form.answers', { count })].join(' · ')}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <IssueForm action={issueFormAction} caseId={id} agencies={agencies} initial={initial} locale={locale} />
      </DeedPage>
    </PageFrame>
  )
}

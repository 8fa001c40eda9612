import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { ConsentForm } from '#components/sharing/consent-form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { documentLimits, papersOf } from '#lib/documents/queries.ts'
import { colleagues } from '#lib/people/queries.ts'
import { formsOf } from '#lib/sharing/forms.ts'
import { answersOf, guardiansOf, outsideAgencies, type GuardianChoice } from '#lib/sharing/queries.ts'
import type { AnswerView } from '#lib/sharing/view.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { recordConsentAction } from '../actions.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.consent.title')

export default async function ConsentPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const query = await searchParams
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    agencies: await outsideAgencies(tx, actor),
    guardians: await guardiansOf(tx, actor, student.id),
    answers: await answersOf(tx, actor, student.id),
    witnesses: (await colleagues(tx, actor, [actor.agencyId])).filter(({ id: one }) => one !== actor.staffId),
    forms: await formsOf(tx, actor, student.id),
    papers: await papersOf(tx, actor, student.id),
    limits: await documentLimits(tx, actor),
  }))
  if (!found || inTheWay(actor, found.head) !== null || !may(actor, 'consent.record')) notFound()

  const { head, frame, agencies, guardians, answers, witnesses, forms, papers, limits } = found
  const { locale } = actor
  const t = translator(locale)
  const chosen = agencies.find((agency) => agency.id === idIn(query, 'recipient'))
  const before = answers.find(({ recipientId, standing }) => recipientId === chosen?.id && standing === 'GRANTED')
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }} title={chosen ? t('sharing.consent.titleFor', { agency: chosen.name }) : t('sharing.consent.title')} sub={t('sharing.consent.sub')}>
        <div className="grid gap-6">
          <Told previewHref={chosen && `/cases/${id}/sharing/preview?recipient=${chosen.id}`} locale={locale} />
          <ConsentForm action={recordConsentAction} studentId={head.student.id} guardians={guardians} agencies={agencies} witnesses={witnesses} forms={forms} papers={papers} most={limits.most} chosen={chosen} initial={startFrom(query, before, guardians)} locale={locale} />
        </div>
      </DeedPage>
    </PageFrame>
  )
}

/** What a person must be told before she answers (PIPA §17②), and where to look what it comes to. */
function Told({ previewHref, locale }: { previewHref: string | undefined; locale: Locale }) {
  const t = translator(locale)
  return (
    <Notice kind="tip" title={t('sharing.consent.tell')}>
      <ul className="list-disc pl-5">
        {(['tellRecipient', 'tellItems', 'tellRefuse', 'tellOnward'] as const).map((line) => (
          <li key={line}>{t(`sharing.consent.${line}`)}</li>
        ))}
      </ul>
      {previewHref && (
        <p className="mt-2">
          <a href={previewHref}>{t('sharing.consent.previewLink')}</a>
        </p>
      )}
    </Notice>
  )
}

/** Who is asked about, and what the other one agreed to already: never the answer itself. */
function startFrom(query: Query, before: AnswerView | undefined, guardians: GuardianChoice[]): Record<string, string | string[]> {
  const items = [query['items'] ?? before?.items ?? []].flat()
  const guardian = guardians.find(({ id }) => id === idIn(query, 'guardian')) ?? (query['subject'] === 'GUARDIAN' && guardians.length === 1 ? guardians[0] : undefined)
  return {
    ...(query['subject'] === 'STUDENT' || query['subject'] === 'GUARDIAN' ? { subject: query['subject'] } : {}),
    ...(guardian ? { guardianId: guardian.id } : {}),
    ...(items.length > 0 ? { items } : {}),
    ...(before ? { purpose: before.purpose, validUntil: isoDay(before.validUntil) } : {}),
  }
}

import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { PreviewBody } from '#components/sharing/preview-body.tsx'
import { PreviewForm } from '#components/sharing/preview-form.tsx'
import { sayItems } from '#components/sharing/say-sharing.ts'
import { LinkButton } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import type { CaseHead } from '#lib/cases/view.ts'
import { now } from '#lib/core/clock.ts'
import { previewOf, toldIn, type Told } from '#lib/sharing/preview.ts'
import { outsideAgencies, recipientsOf } from '#lib/sharing/queries.ts'
import { gradeLabel } from '#lib/students/student.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDayTime } from '#lib/words/days.ts'
import type { Locale } from '#lib/words/locale.ts'
import { translator } from '#lib/words/translate.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.preview.title')

export default async function PreviewPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const query = await searchParams
  const recipientId = idIn(query, 'recipient')
  if (!may(actor, 'consent.record') || recipientId === undefined) notFound()

  const told = toldIn(query)
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    agency: (await outsideAgencies(tx, actor)).find((agency) => agency.id === recipientId),
    recipient: (await recipientsOf(tx, actor, { id, studentId: student.id })).find((recipient) => recipient.id === recipientId),
    preview: await previewOf(tx, actor, id, recipientId, told),
  }))
  if (!found?.agency || found.head.closedAt) notFound()

  const { head, frame, agency, recipient, preview } = found
  const { locale } = actor
  const t = translator(locale)
  const open = told !== null || (recipient?.grounds.length ?? 0) > 0
  const here = `/cases/${id}/sharing`
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} back={{ href: here, label: t('sharing.backToLedger') }} title={t('sharing.preview.title')} sub={t('sharing.preview.sub', { agency: agency.name })}>
        <div className="grid gap-5">
          <Notice kind={told ? 'info' : open ? 'good' : 'tip'} title={told ? what(told, locale) : undefined}>
            {t(told ? 'sharing.preview.whatIf' : open ? 'sharing.preview.now' : 'sharing.preview.nowNothing')} {open && t('sharing.preview.onlyMembers')}
          </Notice>
          <Disclosure summary={t('sharing.preview.choose')} open={told !== null || !open}>
            <PreviewForm recipient={agency} told={told ?? { items: [], sensitive: false }} locale={locale} />
          </Disclosure>
          {told && (
            <p className="flex flex-wrap gap-3">
              <LinkButton href={`${here}/consent?${new URLSearchParams([['recipient', agency.id], ...told.items.map((item) => ['items', item])])}`}>{t('sharing.preview.record')}</LinkButton>
              <LinkButton weight="bare" href={`${here}/preview?recipient=${agency.id}`}>{t('sharing.preview.backToNow')}</LinkButton>
            </p>
          )}
          {open && <PreviewBody caseId={id} head={headFields(head, locale)} preview={preview} now={now()} locale={locale} />}
        </div>
      </DeedPage>
    </PageFrame>
  )
}

function what({ items, sensitive }: NonNullable<Told>, locale: Locale): string {
  const t = translator(locale)
  return [sayItems(items, locale) || t('sharing.ledger.general'), t(sensitive ? 'sharing.ledger.withSensitive' : 'sharing.ledger.withoutSensitive')].join(' · ')
}

/** What stands at the top of the case for everybody who sees it. */
function headFields({ student, school, level, number, lead, next, waiting }: CaseHead, locale: Locale): { label: string; value: string }[] {
  const t = translator(locale)
  return [
    { label: t('sharing.preview.student'), value: [student.name, gradeLabel(student.grade, locale), student.dong, number].filter(Boolean).join(' · ') },
    { label: t('sharing.preview.school'), value: school },
    { label: t('sharing.preview.level'), value: t(`cases.level.${level}`) },
    { label: t('sharing.preview.lead'), value: lead ? `${lead.name} · ${lead.agency}` : '—' },
    { label: t('sharing.preview.next'), value: next ? `${next.action} · ${formatDayTime(next.dueAt, locale)}` : '—' },
    { label: t('sharing.preview.waiting'), value: waiting ? (waiting.name ?? t(`cases.waitingOn.FAMILY`)) : '—' },
  ]
}

import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { RecipientCard } from '#components/sharing/recipient-card.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Empty, Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { recipientsOf, renewalDays } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'

export const generateMetadata = pageTitle('sharing.title')

export default async function SharingPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await signedIn()
  const { id } = await params
  const found = await caseDeed(actor, id, async (tx, head) => ({
    frame: await frameFor(tx),
    recipients: await recipientsOf(tx, actor, { id, studentId: head.student.id }),
    soonDays: await renewalDays(tx, actor),
  }))
  if (!found) notFound()

  const { head, frame, recipients, soonDays } = found
  const { locale } = actor
  const t = translator(locale)
  const closed = head.closedAt !== null
  const allowed = { record: may(actor, 'consent.record') && inTheWay(actor, head) === null, withdraw: may(actor, 'consent.withdraw'), end: may(actor, 'basis.end'), review: may(actor, 'basis.review') && !head.glassUntil }
  const place = { caseId: id, closed, now: now(), locale, me: actor.staffId, soonDays, may: allowed }
  const quiet = may(actor, 'guardian.block') && <LinkButton weight="quiet" href={`/cases/${id}/guardians`}>{t(head.quiet ? 'sharing.quiet.page' : 'sharing.quiet.link')}</LinkButton>
  const record = allowed.record && (
    <span className="flex flex-wrap gap-3">
      <LinkButton weight="quiet" href={`/cases/${id}/sharing/form`}>{t('sharing.form.link')}</LinkButton>
      <LinkButton href={`/cases/${id}/sharing/consent`}>{t('sharing.record')}</LinkButton>
    </span>
  )
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} title={t('sharing.title')} sub={t('sharing.sub')} actions={<>{quiet}{recipients.length > 0 && record}</>}>
        {recipients.length === 0 ? (
          <Empty title={t('sharing.emptyTitle')} icon="agree" action={record}>
            {t(may(actor, 'consent.record') ? 'sharing.emptyText' : 'sharing.emptyPartner')}
          </Empty>
        ) : (
          <>
            {may(actor, 'consent.record') && <Notice kind="tip">{t('sharing.rule')}</Notice>}
            {recipients.map((recipient) => (
              <RecipientCard key={recipient.id} recipient={recipient} place={place} />
            ))}
          </>
        )}
      </DeedPage>
    </PageFrame>
  )
}

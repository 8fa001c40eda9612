import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { ProvisionSheet } from '#components/sharing/provision-sheet.tsx'
import { TongueLinks } from '#components/sharing/tongue-links.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { guardianBlocked } from '#lib/sharing/guardian-blocked.ts'
import { provisionOf } from '#lib/sharing/provision.ts'
import { guardianTongue } from '#lib/sharing/queries.ts'
import { isTongue } from '#lib/sharing/wording/tongue.ts'
import { wordingOn } from '#lib/sharing/wording/versions.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatTime, isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { idIn, type Query } from '../query.ts'

export const generateMetadata = pageTitle('sharing.given.title')

export default async function ProvisionPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id } = await params
  const query = await searchParams
  const recipientId = idIn(query, 'recipient')
  if (!may(actor, 'consent.withdraw') || recipientId === undefined) notFound()
  const found = await caseDeed(actor, id, async (tx, { student, openedAt, closedAt, glassUntil }) => {
    const provision = glassUntil ? null : await provisionOf(tx, actor, { caseId: id, studentId: student.id, openedAt, closedAt }, recipientId)
    return provision && { frame: await frameFor(tx), provision, theirs: await guardianTongue(tx, actor, student.id), blocked: await guardianBlocked(tx, actor, { studentId: student.id, guardianId: null }) }
  })
  if (!found) notFound()

  const { head, frame, provision, theirs, blocked } = found
  const { locale, name, agencyName } = actor
  const t = translator(locale)
  const tongue = isTongue(query['lang']) ? query['lang'] : theirs
  const at = now()
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <div className="no-print">
        <PageHead
          back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }}
          eyebrow={`${head.student.name} · ${head.number}`}
          title={t('sharing.given.title')}
          sub={t('sharing.given.sub', { agency: provision.recipient })}
          actions={!blocked && <PrintButton>{t('sharing.given.print')}</PrintButton>}
        />
      </div>
      {blocked ? (
        <Notice kind="warning">{t('sharing.refusal.guardianBlocked')}</Notice>
      ) : (
        <>
          <TongueLinks label={t('sharing.given.language')} current={tongue} hrefOf={(one) => `/cases/${id}/sharing/provision?recipient=${recipientId}&lang=${one}`} />
          <ProvisionSheet
            provision={provision}
            student={head.student.name}
            school={head.school}
            text={wordingOn(isoDay(at)).texts[tongue]}
            tongue={tongue}
            watermark={`${name} · ${agencyName} · ${formatDate(at, locale)} ${formatTime(at)}`}
            now={at}
          />
        </>
      )}
    </PageFrame>
  )
}

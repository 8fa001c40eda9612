import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { F5Sheet } from '#components/sharing/f5-sheet.tsx'
import { Links } from '#components/sharing/links.tsx'
import { TongueLinks } from '#components/sharing/tongue-links.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { isUnder14 } from '#lib/sharing/form.ts'
import { formOf, linksOf } from '#lib/sharing/forms.ts'
import { guardianBlocked } from '#lib/sharing/guardian-blocked.ts'
import { guardiansOf } from '#lib/sharing/queries.ts'
import { familyAddress, shownLink } from '#lib/sharing/shown-link.ts'
import { isTongue } from '#lib/sharing/wording/tongue.ts'
import { textOf } from '#lib/sharing/wording/versions.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { endLinkAction, sendLinkAction } from '../../actions.ts'
import { idIn, type Query } from '../../query.ts'

export const generateMetadata = pageTitle('sharing.form.sheetTitle')

export default async function SheetPage({ params, searchParams }: { params: Promise<{ id: string; form: string }>; searchParams: Promise<Query> }) {
  const actor = await signedIn()
  const { id, form: formId } = await params
  const query = await searchParams
  if (!may(actor, 'consent.record')) notFound()
  const found = await caseDeed(actor, id, async (tx, { student }) => {
    const form = await formOf(tx, actor, student.id, formId)
    return form && {
      frame: await frameFor(tx), form, links: await linksOf(tx, actor, formId), guardians: await guardiansOf(tx, actor, student.id), shown: await shownLink(tx, idIn(query, 'sent')),
      blocked: await guardianBlocked(tx, actor, { studentId: student.id, guardianId: null }),
    }
  })
  if (!found) notFound()

  const { head, frame, form, links, guardians, shown, blocked } = found
  const { locale, name, agencyName } = actor
  const t = translator(locale)
  const tongue = isTongue(query['lang']) ? query['lang'] : form.language
  const text = textOf(form.wording, tongue)
  if (!text) notFound()
  const at = now()
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <div className="no-print">
        <PageHead
          back={{ href: `/cases/${id}/sharing`, label: t('sharing.backToLedger') }}
          eyebrow={`${head.student.name} · ${head.number}`}
          title={t('sharing.form.sheetTitle')}
          sub={t('sharing.form.sheetSub')}
          actions={!blocked && <PrintButton>{t('sharing.given.print')}</PrintButton>}
        />
      </div>
      {inTheWay(actor, head) === null && (
        <Links
          caseId={id}
          formId={formId}
          links={links}
          guardians={guardians}
          shown={shown && { address: familyAddress(shown, form.language), pin: shown.pin }}
          send={sendLinkAction}
          end={endLinkAction}
          locale={locale}
        />
      )}
      {blocked ? (
        <Notice kind="warning">{t('sharing.refusal.guardianBlocked')}</Notice>
      ) : (
        <>
          <TongueLinks label={t('sharing.given.language')} current={tongue} hrefOf={(one) => `/cases/${id}/sharing/form/${formId}?lang=${one}`} />
          <F5Sheet form={form} text={text} tongue={tongue} under14={isUnder14(form.student.birthDate, at)} watermark={`${name} · ${agencyName} · ${formatDate(at, locale)} ${formatTime(at)}`} />
        </>
      )}
    </PageFrame>
  )
}

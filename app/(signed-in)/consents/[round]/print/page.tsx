import { notFound } from 'next/navigation'
import { F5Sheet } from '#components/sharing/f5-sheet.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { isUnder14 } from '#lib/sharing/form.ts'
import { sheetsOf } from '#lib/sharing/forms.ts'
import { roundsOf } from '#lib/sharing/rounds.ts'
import { textOf } from '#lib/sharing/wording/versions.ts'
import { audit } from '#lib/timeline/audit.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = pageTitle('rounds.print.title')

/** F5 of a whole class: a page a family, in its language. */
export default async function PrintRoundPage({ params }: { params: Promise<{ round: string }> }) {
  const actor = await signedIn()
  const { round: id } = await params
  if (!may(actor, 'consent.round')) notFound()
  const { frame, round, sheets } = await asActor(actor, async (tx) => {
    const [one] = await roundsOf(tx, actor, id)
    const forms = one ? await sheetsOf(tx, actor, id) : []
    if (one) await audit(tx, actor, 'round.printed', { subjectId: id })
    return { frame: await frameFor(tx), round: one, sheets: forms }
  })
  if (!round) notFound()
  const { locale, name, agencyName } = actor
  const t = translator(locale)
  const at = now()
  const watermark = `${name} · ${agencyName} · ${formatDate(at, locale)} ${formatTime(at)}`
  return (
    <PageFrame actor={actor} frame={frame} current="consents">
      <div className="no-print">
        <PageHead back={{ href: `/consents/${id}`, label: [round.school, round.label || t('rounds.listed')].join(' · ') }} title={t('rounds.print.title')} sub={t('rounds.print.sub', { count: sheets.length })} actions={<PrintButton>{t('ui.print')}</PrintButton>} />
      </div>
      <div className="sheets">
        {sheets.map((form) => {
          const text = textOf(form.wording, form.language)
          return text && <F5Sheet key={form.id} form={form} text={text} tongue={form.language} under14={isUnder14(form.student.birthDate, at)} watermark={watermark} />
        })}
      </div>
    </PageFrame>
  )
}

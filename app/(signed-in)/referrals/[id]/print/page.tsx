import { notFound } from 'next/navigation'
import { F1Sheet } from '#components/referrals/f1-sheet.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { PrintButton } from '#components/ui/print-button.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { referralSheet } from '#lib/referrals/sheet.ts'
import { frameFor } from '#lib/today/frame.ts'
import { formatDate, formatTime } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import type { DeedParams } from '../open-deed.ts'

export const generateMetadata = pageTitle('referrals.sheet.documentTitle')

export default async function SheetPage({ params }: DeedParams) {
  const actor = await signedIn()
  if (!may(actor, 'referral.read')) notFound()
  const { id } = await params
  const { frame, sheet } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), sheet: await referralSheet(tx, actor, id) }))
  if (!sheet) notFound()
  const { locale, name, agencyName } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="referrals">
      <div className="no-print">
        <PageHead back={{ href: `/referrals/${id}`, label: t('referrals.deed.back') }} title={t('referrals.sheet.documentTitle')} actions={<PrintButton>{t('referrals.sheet.print')}</PrintButton>} />
      </div>
      <F1Sheet sheet={sheet} watermark={t('referrals.sheet.watermark', { name, agency: agencyName, at: `${formatDate(now(), locale)} ${formatTime(now())}` })} locale={locale} />
    </PageFrame>
  )
}

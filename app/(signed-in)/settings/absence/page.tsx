import { notFound } from 'next/navigation'
import { AbsencePart } from '#components/people/absence-part.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { absenceOf } from '#lib/people/absence.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'
import { clearAbsenceAction, setAbsenceAction } from './actions.ts'

export const generateMetadata = pageTitle('colleagues.absence.title')

export default async function OwnAbsencePage() {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { frame, mine } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), mine: await absenceOf(tx, actor, actor.staffId) }))
  if (!mine) notFound()
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="access" oneQuestion>
      <PageHead back={{ href: '/settings', label: t('today.settings.title') }} title={t('colleagues.absence.title')} sub={t('colleagues.absence.sub')} />
      <AbsencePart staffId={actor.staffId} {...mine} today={isoDay(now())} set={setAbsenceAction} clear={clearAbsenceAction} locale={actor.locale} />
    </PageFrame>
  )
}

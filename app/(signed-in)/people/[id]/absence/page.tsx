import { notFound } from 'next/navigation'
import { AbsencePart } from '#components/people/absence-part.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { absenceOf } from '#lib/people/absence.ts'
import { personLine } from '#lib/people/list.ts'
import { frameFor } from '#lib/today/frame.ts'
import { isoDay } from '#lib/words/days.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { clearAbsenceAction, setAbsenceAction } from '../../../settings/absence/actions.ts'

export const generateMetadata = pageTitle('colleagues.absence.title')

export default async function AbsencePage({ params }: PageProps<'/people/[id]/absence'>) {
  const actor = await signedIn()
  const { id } = await params
  if (!may(actor, 'people.narrow') || id === actor.staffId) notFound()
  const { frame, person, found } = await asActor(actor, async (tx) => {
    const line = await personLine(tx, actor, id)
    return { frame: await frameFor(tx), person: line, found: line ? await absenceOf(tx, actor, id) : null }
  })
  if (!person || !found) notFound()
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: `/people/${id}`, label: person.name }} title={t('colleagues.absence.of', { name: person.name })} sub={t('colleagues.absence.sub')} />
      <AbsencePart staffId={id} {...found} today={isoDay(now())} set={setAbsenceAction} clear={clearAbsenceAction} locale={actor.locale} />
    </PageFrame>
  )
}

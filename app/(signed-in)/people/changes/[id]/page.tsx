import { notFound } from 'next/navigation'
import { ChangeFacts } from '#components/people/change-facts.tsx'
import { changeTone } from '#components/people/change-table.tsx'
import { DecidePart } from '#components/people/decide-part.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { changeOf } from '#lib/people/changes.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { decideChangeAction, withdrawChangeAction } from '../../actions.ts'

export const generateMetadata = pageTitle('colleagues.change.title')

export default async function ChangePage({ params }: PageProps<'/people/changes/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'people.read')) notFound()
  const { id } = await params
  const { frame, change } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), change: await changeOf(tx, actor, id) }))
  if (!change) notFound()
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="people" oneQuestion>
      <PageHead back={{ href: '/people/changes', label: t('colleagues.change.listTitle') }} title={change.who} sub={<Badge tone={changeTone[change.state]}>{t(`colleagues.change.state.${change.state}`)}</Badge>} />
      <ChangeFacts change={change} locale={locale} />
      <DecidePart change={change} me={actor.staffId} decide={decideChangeAction} withdraw={withdrawChangeAction} locale={locale} />
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { ConflictTable } from '#components/conflicts/conflict-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { conflictsOf } from '#lib/conflicts/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('conflicts.title')

export default async function ConflictsPage() {
  const actor = await signedIn()
  if (!may(actor, 'conflict.end')) notFound()
  const { frame, conflicts } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), conflicts: await conflictsOf(tx, actor) }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="conflicts" width="wide">
      <PageHead title={t('conflicts.title')} sub={t('conflicts.sub')} />
      {conflicts.length === 0 ? <Empty title={t('conflicts.empty')}>{t('conflicts.emptyText')}</Empty> : <ConflictTable conflicts={conflicts} locale={actor.locale} />}
    </PageFrame>
  )
}

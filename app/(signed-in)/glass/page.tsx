import { notFound } from 'next/navigation'
import { GlassTable } from '#components/glass/glass-table.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { Empty } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { glasses } from '#lib/glass/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../page-frame.tsx'
import { pageTitle } from '../page-title.ts'

export const generateMetadata = pageTitle('glass.list.title')

export default async function GlassesPage() {
  const actor = await signedIn()
  if (!may(actor, 'glass.review')) notFound()
  const { frame, found } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), found: await glasses(tx, actor) }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="glass" width="wide">
      <PageHead title={t('glass.list.title')} sub={t('glass.list.sub')} />
      {found.length === 0 ? <Empty title={t('glass.list.empty')}>{t('glass.list.emptyText')}</Empty> : <GlassTable glasses={found} now={now()} locale={actor.locale} />}
    </PageFrame>
  )
}

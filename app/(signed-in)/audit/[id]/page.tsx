import { notFound } from 'next/navigation'
import { Standing } from '#components/audit/standing.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { checkOf } from '#lib/audit/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('audit.chain.title')

/** One check of the chain: where a message about it leads. */
export default async function CheckPage({ params }: PageProps<'/audit/[id]'>) {
  const actor = await signedIn()
  if (!may(actor, 'audit.check')) notFound()
  const { id } = await params
  const { frame, check } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), check: await checkOf(tx, actor, id) }))
  if (!check) notFound()
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="audit">
      <PageHead back={{ href: '/audit/checks', label: t('audit.chain.all') }} title={t('audit.chain.title')} sub={t('audit.chain.whatToDo')} />
      <Standing check={check} locale={actor.locale} />
    </PageFrame>
  )
}

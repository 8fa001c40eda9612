import { notFound } from 'next/navigation'
import { BrokenSeals } from '#components/sealed/broken-seals.tsx'
import { PageHead } from '#components/shell/page-head.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { brokenSeals } from '#lib/sealed/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'
import { pageTitle } from '../../page-title.ts'

export const generateMetadata = pageTitle('sealed.broken.title')

const shown = 200

export default async function OpeningsPage() {
  const actor = await signedIn()
  if (!may(actor, 'audit.read')) notFound()
  const { frame, seals } = await asActor(actor, async (tx) => ({ frame: await frameFor(tx), seals: await brokenSeals(tx, actor, shown) }))
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="audit" width="wide">
      <PageHead back={{ href: '/audit', label: t('audit.title') }} title={t('sealed.broken.title')} sub={t('sealed.broken.sub')} />
      <BrokenSeals seals={seals} locale={actor.locale} />
    </PageFrame>
  )
}

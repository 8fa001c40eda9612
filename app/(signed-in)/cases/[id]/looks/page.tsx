import { notFound } from 'next/navigation'
import { LooksTable } from '#components/audit/looks-table.tsx'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { signedIn } from '#lib/access/session.ts'
import { looksAt } from '#lib/audit/queries.ts'
import { seesLooks } from '#lib/cases/deeds.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'

export const generateMetadata = pageTitle('audit.looks.title')

const shown = 200

/** Who looked at this case, for whoever answers for it. */
export default async function LooksPage({ params }: PageProps<'/cases/[id]/looks'>) {
  const actor = await signedIn()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx, head) => ({ frame: await frameFor(tx), looks: await looksAt(tx, actor, head.id, shown) }))
  if (!page || !seesLooks(actor, page.head)) notFound()
  const { head, frame, looks } = page
  const { locale } = actor
  const t = translator(locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={locale} title={t('audit.looks.title')} sub={t('audit.looks.sub')}>
        <LooksTable looks={looks} locale={locale} />
      </DeedPage>
    </PageFrame>
  )
}

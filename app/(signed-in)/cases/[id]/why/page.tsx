import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { WhySeen } from '#components/cases/why-seen.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { standingOf } from '#lib/cases/why.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'

export const generateMetadata = pageTitle('why.caseTitle')

/** Why the reader sees this case, from the rows that let her in. */
export default async function WhyCasePage({ params }: PageProps<'/cases/[id]/why'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const found = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), standing: await standingOf(tx, actor, id) }))
  if (!found) notFound()
  const { head, frame, standing } = found
  const t = translator(actor.locale)
  return (
    <PageFrame actor={actor} frame={frame} current="cases">
      <DeedPage head={head} now={now()} locale={actor.locale} title={t('why.caseTitle')} sub={t('why.caseSub')}>
        <WhySeen actor={actor} standing={standing} entry={null} />
        <p className="muted">
          {t('why.hint')} <a className="link" href={`/cases/${id}/members`}>{t('why.others')}</a>
        </p>
      </DeedPage>
    </PageFrame>
  )
}

import { notFound } from 'next/navigation'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { LevelForm } from '#components/cases/level-form.tsx'
import { LevelHistory, LevelRadar } from '#components/cases/level-history.tsx'
import { LevelProposalCard } from '#components/cases/level-proposal-card.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { inTheWay } from '#lib/cases/in-the-way.ts'
import { levelHistory, waitingProposal } from '#lib/cases/level-history.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../../page-frame.tsx'
import { pageTitle } from '../../../page-title.ts'
import { changeLevelAction, settleLevelAction } from './actions.ts'

export const generateMetadata = pageTitle('cases.levelPage.title')

/** How grave it is: what was decided so far for the whole team inside the circle, the decision itself for who may decide. */
export default async function LevelPage({ params }: PageProps<'/cases/[id]/level'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read') || !actor.inside) notFound()
  const { id } = await params
  const page = await caseDeed(actor, id, async (tx) => ({ frame: await frameFor(tx), rows: await levelHistory(tx, actor, id), proposal: await waitingProposal(tx, actor, id) }))
  if (!page) notFound()
  const { head, frame, rows, proposal } = page
  const { locale } = actor
  const t = translator(locale)
  const decides = may(actor, 'case.level') && inTheWay(actor, head) === null
  return (
    <PageFrame actor={actor} frame={frame} current="cases" width="wide">
      <DeedPage head={head} now={now()} locale={locale} title={t('cases.levelPage.title')} sub={t('cases.levelPage.now', { level: t(`cases.level.${head.level}`) })}>
        <div className="beside">
          {(proposal || decides) && (
            <div>
              {proposal && <LevelProposalCard action={settleLevelAction} actor={actor} head={head} proposal={proposal} />}
              {decides && !proposal && <LevelForm action={changeLevelAction} head={head} last={rows[0]} locale={locale} />}
            </div>
          )}
          {rows.length > 0 && (
            <section className={proposal || decides ? 'beside-aside' : undefined} aria-labelledby="decisions">
              <h2 id="decisions">{t('cases.levelPage.history')}</h2>
              <LevelHistory rows={rows} locale={locale} />
              <LevelRadar rows={rows} locale={locale} />
            </section>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}

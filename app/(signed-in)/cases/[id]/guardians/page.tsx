import { notFound } from 'next/navigation'
import { PageFrame } from '#app/(signed-in)/page-frame.tsx'
import { pageTitle } from '#app/(signed-in)/page-title.ts'
import { DeedPage } from '#components/cases/deed-page.tsx'
import { BlockForm } from '#components/sharing/block-form.tsx'
import { BlockList } from '#components/sharing/block-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { may } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { caseDeed } from '#lib/cases/queries.ts'
import { now } from '#lib/core/clock.ts'
import { blocksOf } from '#lib/sharing/guardian-blocks.ts'
import { guardiansOf } from '#lib/sharing/queries.ts'
import { frameFor } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { askUnblockAction, blockGuardianAction, settleUnblockAction } from './actions.ts'

export const generateMetadata = pageTitle('sharing.quiet.page')

/** Who at home is not told, since when and why; and the two who end it. */
export default async function GuardiansPage({ params }: PageProps<'/cases/[id]/guardians'>) {
  const actor = await signedIn()
  if (!may(actor, 'case.read')) notFound()
  const { id } = await params
  const found = await caseDeed(actor, id, async (tx, { student }) => ({
    frame: await frameFor(tx),
    blocks: await blocksOf(tx, actor, student.id),
    guardians: await guardiansOf(tx, actor, student.id),
  }))
  if (!found) notFound()

  const { head, frame, blocks, guardians } = found
  const { locale } = actor
  const t = translator(locale)
  const standing = blocks.filter(({ endedAt }) => endedAt === null)
  const whole = standing.some(({ guardianId, source }) => guardianId === null && source === 'NAMED')
  const left = guardians.filter(({ id: guardianId }) => !standing.some((block) => block.guardianId === guardianId))
  const sets = may(actor, 'guardian.block') && !head.glassUntil && !whole && (actor.inside || standing.length === 0)
  return (
    <PageFrame actor={actor} frame={frame} current="cases" oneQuestion>
      <DeedPage head={head} now={now()} locale={locale} title={t('sharing.quiet.page')} sub={t('sharing.quiet.sub')}>
        <div className="grid gap-6">
          <BlockList blocks={blocks} caseId={id} actor={actor} looks={head.glassUntil !== null} actions={{ ask: askUnblockAction, settle: settleUnblockAction }} locale={locale} />
          {sets && (
            <section className="grid gap-4">
              <h2>{t('sharing.quiet.set')}</h2>
              <Notice kind="info">{t('sharing.quiet.effect')}</Notice>
              <BlockForm action={blockGuardianAction} caseId={id} guardians={left} locale={locale} />
            </section>
          )}
        </div>
      </DeedPage>
    </PageFrame>
  )
}

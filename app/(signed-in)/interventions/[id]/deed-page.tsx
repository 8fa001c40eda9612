import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { childLine } from '#components/interventions/child-line.ts'
import { PageHead } from '#components/shell/page-head.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { signedIn } from '#lib/access/session.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { deedObstacle, moveFor, type SupportDeed } from '#lib/interventions/deeds.ts'
import { interventionOf } from '#lib/interventions/queries.ts'
import { standingOf, type InterventionView } from '#lib/interventions/view.ts'
import { frameFor, type FrameCounts } from '#lib/today/frame.ts'
import { translator } from '#lib/words/translate.ts'
import { PageFrame } from '../../page-frame.tsx'

export interface DeedPageProps {
  params: Promise<{ id: string }>
}

interface Opened<More> {
  actor: Actor
  frame: FrameCounts
  view: InterventionView
  more: More
}

/** What a page of a deed needs, with what else its form asks about, in one door. */
export async function openDeed<More = null>({ params }: DeedPageProps, ask?: (tx: Tx, actor: Actor, view: InterventionView) => Promise<More>): Promise<Opened<More | null>> {
  const actor = await signedIn()
  const { id } = await params
  const opened = await asActor(actor, async (tx) => {
    const view = await interventionOf(tx, actor, id)
    return view && { frame: await frameFor(tx), view, more: ask ? await ask(tx, actor, view) : null }
  })
  if (!opened) notFound()
  return { actor, ...opened }
}

type DeedFrameProps = { opened: Opened<unknown>; deed: SupportDeed; title: string; sub?: string; children: ReactNode }

/** One question about one piece of help. When the answer is no longer asked for, the reason stands in its place. */
export function DeedFrame({ opened: { actor, frame, view }, deed, title, sub, children }: DeedFrameProps) {
  const t = translator(actor.locale)
  const reason = deedObstacle(deed, standingOf(view), actor)
  if (reason === 'role') notFound()
  const back = { href: `/interventions/${view.id}`, label: t('interventions.notNow.back') }
  return (
    <PageFrame actor={actor} frame={frame} current="interventions" oneQuestion>
      <PageHead back={back} eyebrow={[view.child?.name, childLine(view, actor.locale)].filter(Boolean).join(' · ')} title={title} sub={sub ?? `${view.service} · ${view.agency}`} />
      {reason ? (
        <>
          <Notice kind="info" title={t('interventions.notNow.title')}>
            {reason === 'state' ? t('interventions.notNow.state', { state: t(`interventions.state.${view.state}`) }) : t(`interventions.obstacle.elsewhere.${moveFor(deed, view)}`)}
          </Notice>
          <div className="support-deeds">
            <LinkButton weight="quiet" href={back.href}>
              {back.label}
            </LinkButton>
          </div>
        </>
      ) : (
        children
      )}
    </PageFrame>
  )
}

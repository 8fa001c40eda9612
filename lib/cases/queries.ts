import { goTo } from '#lib/access/elsewhere.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { draftOf } from '#lib/drafts/drafts.ts'
import type { TimelineFilters } from '#lib/timeline/filters.ts'
import { reachOf, timelineOf } from '#lib/timeline/queries.ts'
import { audienceOf, goalsOf, supportsOf } from './aside.ts'
import { headOf } from './head.ts'
import { spent } from './reading.ts'
import type { CaseHead, CasePage } from './view.ts'

/** All the case page needs, through one door. Null: there is no such case for this reader, and her try is on record. */
export async function casePage<Frame>(actor: Actor, id: string, filters: TimelineFilters, frame: (tx: Tx) => Promise<Frame>): Promise<(CasePage & { frame: Frame }) | null> {
  if (!Id.safeParse(id).success) return null
  return stoppedOr(id, await asActor(actor, async (tx) => {
    const head = await headOf(tx, actor, id)
    if (!head) return (await spent(tx, actor, id)) ? 'spent' : null
    return {
      frame: await frame(tx),
      head,
      timeline: await timelineOf(tx, actor, id, filters),
      reach: await reachOf(tx, actor, id),
      draft: await draftOf(tx, actor, { kind: 'note', subject: id }),
      goals: await goalsOf(tx, actor, id),
      supports: await supportsOf(tx, actor, id),
      audience: await audienceOf(tx, actor, id),
    }
  }, { onlyCase: id }))
}

/** The head alone with whatever a page of one deed needs beside it; null from there too: not for this reader. */
export async function caseDeed<Rest>(actor: Actor, id: string, rest: (tx: Tx, head: CaseHead) => Promise<Rest | null>): Promise<(Rest & { head: CaseHead }) | null> {
  if (!Id.safeParse(id).success) return null
  return stoppedOr(id, await asActor(actor, async (tx) => {
    const head = await headOf(tx, actor, id)
    if (!head) return (await spent(tx, actor, id)) ? 'spent' : null
    const beside = await rest(tx, head)
    return beside && { ...beside, head }
  }))
}

/** Whoever has to prove who she is goes there first; what was written down about it stays. */
async function stoppedOr<Found>(id: string, found: Found | 'spent'): Promise<Found> {
  return found === 'spent' ? goTo(`/cases/${id}/reading`) : found
}

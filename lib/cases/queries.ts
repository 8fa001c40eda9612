import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { TimelineFilters } from '#lib/timeline/filters.ts'
import { timelineOf, type Timeline } from '#lib/timeline/queries.ts'
import { audienceOf, goalsOf, supportsOf } from './aside.ts'
import { headOf } from './head.ts'
import type { AudienceMember, CaseHead, GoalView, SupportView } from './view.ts'

export interface CasePage<Frame> {
  frame: Frame
  head: CaseHead
  timeline: Timeline
  /** The first thing on the timeline this reader sees: from there on there are months to jump to. */
  beganAt: Date
  goals: GoalView[]
  supports: SupportView[]
  audience: AudienceMember[]
}

/** All the case page needs, through one door. Null: there is no such case for this reader, and her try is on record. */
export async function casePage<Frame>(actor: Actor, id: string, filters: TimelineFilters, frame: (tx: Tx) => Promise<Frame>): Promise<CasePage<Frame> | null> {
  if (!Id.safeParse(id).success) return null
  return asActor(actor, async (tx) => {
    const head = await headOf(tx, actor, id)
    if (!head) return null
    return {
      frame: await frame(tx),
      head,
      timeline: await timelineOf(tx, actor, id, filters),
      beganAt: await beginning(tx, actor, head),
      goals: await goalsOf(tx, actor, id),
      supports: await supportsOf(tx, actor, id),
      audience: await audienceOf(tx, actor, id),
    }
  })
}

/** The head alone with whatever a page of one deed needs beside it. */
export async function caseDeed<Rest>(actor: Actor, id: string, rest: (tx: Tx, head: CaseHead) => Promise<Rest>): Promise<(Rest & { head: CaseHead }) | null> {
  if (!Id.safeParse(id).success) return null
  return asActor(actor, async (tx) => {
    const head = await headOf(tx, actor, id)
    return head && { ...(await rest(tx, head)), head }
  })
}

async function beginning(tx: Tx, { officeId }: Actor, { id, openedAt }: CaseHead): Promise<Date> {
  const [first] = await tx.$queryRaw<{ at: Date }[]>`
    select at from events where office_id = ${officeId}::uuid and case_id = ${id}::uuid order by at, id limit 1`
  return first && first.at < openedAt ? first.at : openedAt
}

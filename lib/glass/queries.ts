import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { sql, nothing, type Sql } from '#lib/core/sql.ts'
import type { GlassCode, Outcome } from './glass.ts'

export interface Glass {
  id: string
  caseNumber: string | null
  staffId: string
  who: string
  agency: string
  code: GlassCode
  reason: string
  openedAt: Date
  until: Date
  endedAt: Date | null
  reviewDueAt: Date
  reviewedAt: Date | null
  reviewer: string | null
  outcome: Outcome | null
  remark: string | null
  /** Pages of the case she opened meanwhile. */
  looks: number
}

/** What waits for a review first, by its clock; then the latest. Row security says whose. */
export async function glasses(tx: Tx, actor: Actor, most = 100): Promise<Glass[]> {
  return found(tx, actor, nothing, most)
}

export async function glassOf(tx: Tx, actor: Actor, id: string): Promise<Glass | null> {
  const [one] = await found(tx, actor, sql`and g.id = ${id}::uuid`, 1)
  return one ?? null
}

/** How many of others' wait for a review, and how many longer than they should. */
export async function glassesWaiting(tx: Tx, { officeId, staffId }: Actor): Promise<{ waiting: number; late: number }> {
  const others = { officeId, reviewedAt: null, staffId: { not: staffId } }
  const waiting = await tx.breakGlass.count({ where: others })
  return { waiting, late: waiting && (await tx.breakGlass.count({ where: { ...others, reviewDueAt: { lt: now() } } })) }
}

async function found(tx: Tx, { officeId, locale }: Actor, narrowed: Sql, most: number): Promise<Glass[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Glass[]>`
    select g.id, coalesce(app.number_of(g.case_id), c.number) as "caseNumber", g.staff_id as "staffId",
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as who, case when ${en} then a.short_en else a.short_ko end as agency,
      g.code, g.reason, g.opened_at as "openedAt", g.until, g.ended_at as "endedAt", g.review_due_at as "reviewDueAt", g.reviewed_at as "reviewedAt",
      case when ${en} then coalesce(r.name_en, r.name) else r.name end as reviewer, g.outcome, g.remark, app.glass_looks(g.id) as looks
    from break_glasses g
    join staff s on s.office_id = g.office_id and s.id = g.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    left join cases c on c.office_id = g.office_id and c.id = g.case_id
    left join staff r on r.office_id = g.office_id and r.id = g.reviewed_by_id
    where g.office_id = ${officeId}::uuid ${narrowed}
    order by g.reviewed_at is not null, case when g.reviewed_at is null then g.review_due_at end, g.opened_at desc limit ${most}::int`
}

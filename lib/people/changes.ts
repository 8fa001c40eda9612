import type { Actor, Role } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Edge } from '#lib/core/edge.ts'
import { Id } from '#lib/core/id.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import type { ChangeKind, ChangeState } from './access-change.ts'

const changesAPage = 50

/** One request to widen somebody's rights, and what became of it. */
export interface ChangeLine {
  id: string
  staffId: string
  who: string
  kind: ChangeKind
  fromRole: Role | null
  fromAgency: string | null
  role: Role
  agency: string
  jobTitle: string | null
  email: string | null
  validUntil: Date | null
  paper: string | null
  reason: string
  askedById: string
  asker: string
  askedAt: Date
  state: ChangeState
  decider: string | null
  decidedAt: Date | null
  comment: string | null
  /** The reader is the one to decide it. */
  mine: boolean
}

/** What waits for the reader's own decision, the oldest first. */
export const changesForMe = (tx: Tx, actor: Actor): Promise<ChangeLine[]> => found(tx, actor, sql`and c.state = 'ASKED' and app.may_decide(c.id) order by c.asked_at, c.id limit 100`)

/** All the reader may know of, the latest first. */
export async function changesBefore(tx: Tx, actor: Actor, after: Edge | undefined): Promise<{ changes: ChangeLine[]; next: Edge | null }> {
  const rows = await found(tx, actor, sql`${after ? sql`and (c.asked_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : nothing} order by c.asked_at desc, c.id desc limit ${changesAPage + 1}::int`)
  const changes = rows.slice(0, changesAPage)
  const last = rows.length > changesAPage ? changes.at(-1) : undefined
  return { changes, next: last ? { at: last.askedAt, id: last.id } : null }
}

export const changesOf = (tx: Tx, actor: Actor, staffId: string): Promise<ChangeLine[]> => found(tx, actor, sql`and c.staff_id = ${staffId}::uuid order by c.asked_at desc, c.id desc limit 10`)

export async function changeOf(tx: Tx, actor: Actor, id: string): Promise<ChangeLine | null> {
  if (!Id.safeParse(id).success) return null
  const [one] = await found(tx, actor, sql`and c.id = ${id}::uuid`)
  return one ?? null
}

/** How many wait for the reader. */
export async function changesWaiting(tx: Tx, { officeId }: Actor): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`select count(*)::int as n from (select from access_changes c where c.office_id = ${officeId}::uuid and c.state = 'ASKED' and app.may_decide(c.id) limit 100) x`
  return row?.n ?? 0
}

async function found(tx: Tx, { officeId, locale }: Actor, rest: Sql): Promise<ChangeLine[]> {
  const en = locale === 'en'
  return tx.$queryRaw<ChangeLine[]>`
    select c.id, c.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name, c.name_en, c.name) else coalesce(s.name, c.name) end as who, c.kind,
      c.from_role::text as "fromRole", case when ${en} then f.short_en else f.short_ko end as "fromAgency", c.role::text as role, case when ${en} then a.short_en else a.short_ko end as agency,
      c.job_title as "jobTitle", c.email::text as email, c.valid_until as "validUntil", c.paper, c.reason, c.asked_by_id as "askedById",
      case when ${en} then coalesce(k.name_en, k.name) else k.name end as asker, c.asked_at as "askedAt", c.state,
      case when ${en} then coalesce(d.name_en, d.name) else d.name end as decider, c.decided_at as "decidedAt", c.comment, c.state = 'ASKED' and app.may_decide(c.id) as mine
    from access_changes c
    join agencies a on a.office_id = c.office_id and a.id = c.agency_id
    join staff k on k.office_id = c.office_id and k.id = c.asked_by_id
    left join staff s on s.office_id = c.office_id and s.id = c.staff_id
    left join agencies f on f.office_id = c.office_id and f.id = c.from_agency_id
    left join staff d on d.office_id = c.office_id and d.id = c.decided_by_id
    where c.office_id = ${officeId}::uuid ${rest}`
}

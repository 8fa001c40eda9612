import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { sql, type Sql } from '#lib/core/sql.ts'
import type { How } from './conflict.ts'

export interface ConflictLine {
  id: string
  staffId: string
  who: string
  agency: string
  /** Null where the reader may not know the child. */
  child: string | null
  how: How
  declaredAt: Date
  endAskedById: string | null
  endAsker: string | null
  endReason: string | null
  endedAt: Date | null
}

/** All that stand, the latest first; those whose end was proposed before them. */
export const conflictsOf = (tx: Tx, actor: Actor): Promise<ConflictLine[]> => found(tx, actor, sql`and x.ended_at is null`, 200)

export async function conflictOf(tx: Tx, actor: Actor, id: string): Promise<ConflictLine | null> {
  if (!Id.safeParse(id).success) return null
  const [one] = await found(tx, actor, sql`and x.id = ${id}::uuid`, 1)
  return one ?? null
}

/** Those of one child, for the page of its case. */
export async function conflictsAround(tx: Tx, actor: Actor, studentId: string): Promise<ConflictLine[]> {
  return found(tx, actor, sql`and x.ended_at is null and x.student_id = ${studentId}::uuid`, 50)
}

export interface LeftBehind {
  caseId: string
  number: string
  leads: boolean
  supports: number
}

/** What the person still has to do for the child, that somebody else must take on. */
export async function leftBehind(tx: Tx, id: string): Promise<LeftBehind[]> {
  return tx.$queryRaw<LeftBehind[]>`select case_id as "caseId", number, leads, supports from app.left_behind(${id}::uuid)`
}

export interface Colleague {
  id: string
  name: string
  agency: string
}

/** Everybody of the office who works with cases, by agency. */
export async function caseworkers(tx: Tx, { officeId, locale }: Actor): Promise<Colleague[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Colleague[]>`
    select s.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as name, case when ${en} then a.short_en else a.short_ko end as agency
    from staff s join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where s.office_id = ${officeId}::uuid and s.left_at is null and s.role not in ('ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER')
    order by 3, 2, 1 limit 2000`
}

export interface Side {
  ref: string
  since: Date
}

/** That there is another side, for the team: a reference, the same in both cases. */
export async function sidesOf(tx: Tx, caseId: string): Promise<Side[]> {
  return tx.$queryRaw<Side[]>`select ref, since from app.sides_of(${caseId}::uuid) order by since, ref`
}

export interface NamedSide extends Side {
  id: string
  /** The other child; null: somebody who is no pupil. */
  child: string | null
  number: string | null
}

/** The same for the centre, which says who stands there. */
export async function namedSides(tx: Tx, { officeId, locale }: Actor, studentId: string): Promise<NamedSide[]> {
  const en = locale === 'en'
  return tx.$queryRaw<NamedSide[]>`
    select o.id, app.side_ref(o.id) as ref, o.set_at as since, case when ${en} then coalesce(s.name_en, s.name) else s.name end as child,
      (select c.number from cases c where c.office_id = o.office_id and c.student_id = s.id order by c.closed_at is not null, c.opened_at desc limit 1) as number
    from other_sides o
    left join students s on s.office_id = o.office_id and s.id = case when o.student_id = ${studentId}::uuid then o.other_id else o.student_id end
    where o.office_id = ${officeId}::uuid and o.ended_at is null and ${studentId}::uuid in (o.student_id, o.other_id)
    order by o.set_at, o.id`
}

async function found(tx: Tx, { officeId, locale }: Actor, narrowed: Sql, most: number): Promise<ConflictLine[]> {
  const en = locale === 'en'
  return tx.$queryRaw<ConflictLine[]>`
    select x.id, x.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as who,
      case when ${en} then a.short_en else a.short_ko end as agency, case when ${en} then coalesce(c.name_en, c.name) else c.name end as child,
      x.how, x.declared_at as "declaredAt", x.end_asked_by_id as "endAskedById", case when ${en} then coalesce(e.name_en, e.name) else e.name end as "endAsker",
      x.end_reason as "endReason", x.ended_at as "endedAt"
    from conflicts x
    join staff s on s.office_id = x.office_id and s.id = x.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    left join students c on c.office_id = x.office_id and c.id = x.student_id
    left join staff e on e.office_id = x.office_id and e.id = x.end_asked_by_id
    where x.office_id = ${officeId}::uuid ${narrowed}
    order by x.end_asked_at is null, x.declared_at desc, x.id limit ${most}::int`
}

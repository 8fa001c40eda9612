import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import { levels } from './level.ts'
import { showsClosed, type ListFilters } from './list-filters.ts'
import { stageOf, type Stage } from './stage.ts'
import type { CaseList, CaseRow } from './view.ts'

export const casesAPage = 50

const Text = z.string().nullable()
const When = z.date().nullable()
const Row = z.object({
  id: z.string(), number: z.string(), student: Text, grade: z.number().nullable(), school: z.string(), level: z.enum(levels), planAgreedAt: When, childSeenAt: When,
  next: Text, dueAt: When, waiting: Text, family: z.boolean().nullable(), lead: Text, leadAgency: Text, closedAt: When, unseen: z.boolean(),
})

/** A page of the caseload: what is open by the clock of its next step, or what is closed, the latest first. */
export async function caseList(tx: Tx, actor: Actor, filters: ListFilters): Promise<CaseList> {
  const { officeId, locale } = actor
  const en = locale === 'en'
  const closed = showsClosed(filters)
  const rows = await tx.$queryRaw<unknown[]>`
    with page as materialized (
      select c.id, c.office_id, c.number, c.student_id, c.school_id, c.level, c.plan_agreed_at, c.child_seen_at, c.next_action, c.due_at,
        c.waiting_on, c.waiting_staff_id, c.waiting_agency_id, c.lead_id, c.lead_agency_id, c.closed_at, c.opened_at
      from cases c
      where c.office_id = ${officeId}::uuid and ${closed ? sql`c.closed_at is not null` : sql`c.closed_at is null`}
        ${inReach(actor)} ${narrowed(actor, filters)} ${filters.after ? after(filters.after, closed) : nothing}
      order by ${closed ? sql`c.closed_at desc, c.id desc` : sql`c.due_at, c.id`} limit ${casesAPage + 1}::int)
    select p.id, p.number, case when ${en} then coalesce(s.name_en, s.name) else s.name end as student, s.grade,
      case when ${en} then school.short_en else school.short_ko end as school, p.level, p.plan_agreed_at as "planAgreedAt", p.child_seen_at as "childSeenAt",
      p.next_action as next, p.due_at as "dueAt", p.waiting_on = 'FAMILY' as family,
      case when ${en} then coalesce(w.name_en, w.name, wa.short_en) else coalesce(w.name, wa.short_ko) end as waiting,
      case when ${en} then coalesce(l.name_en, l.name) else l.name end as lead, case when ${en} then la.short_en else la.short_ko end as "leadAgency",
      p.closed_at as "closedAt", p.closed_at is null and app.seen_due(p.level, p.opened_at, p.child_seen_at) < app.now() as unseen
    from page p
    left join students s on s.office_id = p.office_id and s.id = p.student_id
    join agencies school on school.office_id = p.office_id and school.id = p.school_id
    left join staff l on l.office_id = p.office_id and l.id = p.lead_id
    left join agencies la on la.office_id = p.office_id and la.id = p.lead_agency_id
    left join staff w on w.office_id = p.office_id and w.id = p.waiting_staff_id
    left join agencies wa on wa.office_id = p.office_id and wa.id = p.waiting_agency_id
    order by ${closed ? sql`p.closed_at desc, p.id desc` : sql`p.due_at, p.id`}`
  const found = rows.map(rowOf)
  const cases = found.slice(0, casesAPage)
  const last = found.length > casesAPage ? cases.at(-1) : undefined
  const at = last && (closed ? last.closedAt : last.dueAt)
  return { cases, next: last && at ? { at, id: last.id } : null }
}

/** Whoever does not look after the whole office begins with her own cases, not with the office's; row security says the same. */
function inReach({ role }: Actor): Sql {
  return role === 'COORDINATOR' || role === 'OFFICE_LEAD' ? nothing : sql`and c.id = any(array(select app.my_cases()))`
}

function narrowed({ staffId, agencyId }: Actor, { show, due, seen, level, stage, agency, school, lead }: ListFilters): Sql {
  return sql`
    ${show === 'mine' ? sql`and c.lead_id = ${staffId}::uuid` : nothing}
    ${show === 'waiting' ? sql`and ((c.waiting_on = 'STAFF' and c.waiting_staff_id = ${staffId}::uuid) or (c.waiting_on = 'AGENCY' and c.waiting_agency_id = ${agencyId}::uuid))` : nothing}
    ${due ? sql`and c.due_at < (select app.now())` : nothing}
    ${seen ? sql`and app.seen_due(c.level, c.opened_at, c.child_seen_at) < (select app.now())` : nothing}
    ${level ? sql`and c.level = ${level}::"CrisisLevel"` : nothing}
    ${stage ? inStage(stage) : nothing}
    ${agency ? sql`and c.lead_agency_id = ${agency}::uuid` : nothing}
    ${school ? sql`and c.school_id = ${school}::uuid` : nothing}
    ${lead ? sql`and c.lead_id = ${lead}::uuid` : nothing}`
}

/** As stage.ts computes it. */
function inStage(stage: Stage): Sql {
  switch (stage) {
    case 'INTAKE':
      return sql`and c.plan_agreed_at is null and c.child_seen_at is null`
    case 'PLANNING':
      return sql`and c.plan_agreed_at is null and c.child_seen_at is not null`
    case 'ACTIVE':
      return sql`and c.plan_agreed_at is not null`
    case 'FOLLOW_UP':
      return sql`and c.closed_at > (select app.now()) - interval '6 months'`
    case 'CLOSED':
      return sql`and c.closed_at <= (select app.now()) - interval '6 months'`
  }
}

function after({ at, id }: { at: Date; id: string }, closed: boolean): Sql {
  return closed ? sql`and (c.closed_at, c.id) < (${at}::timestamptz, ${id}::uuid)` : sql`and (c.due_at, c.id) > (${at}::timestamptz, ${id}::uuid)`
}

function rowOf(raw: unknown): CaseRow {
  const { planAgreedAt, childSeenAt, student, family, ...row } = Row.parse(raw)
  return { ...row, student: student ?? '—', family: family === true, stage: stageOf({ closedAt: row.closedAt, planAgreedAt, childSeenAt }, now()) }
}

import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { sql } from '#lib/core/sql.ts'
import { quietFrom, quietSql } from '#lib/sharing/guardian-blocked.ts'
import { relations, waitingOn } from './case.ts'
import { levels } from './level.ts'
import { stageOf } from './stage.ts'
import type { CaseHead } from './view.ts'

const Text = z.string().nullable()
const When = z.date().nullable()
const Row = z.object({
  id: z.string(), number: z.string(), version: z.number(), level: z.enum(levels), domains: z.array(z.string()), openedAt: z.date(), closedAt: When, closureReason: Text,
  planAgreedAt: When, childSeenAt: When, studentId: z.string(), studentName: Text, grade: z.number().nullable(), dong: Text, schoolId: z.string(), school: z.string(),
  leadId: Text, lead: Text, leadAgency: Text, nextAction: Text, dueAt: When,
  waitingOn: z.enum(waitingOn).nullable(), waitingId: Text, waitingName: Text, waitingSince: When, relation: z.enum(relations).nullable(), glassUntil: When,
  proposalId: Text, wanted: z.enum(levels).nullable(), proposerId: Text, proposer: Text, proposedAt: When, quiet: z.unknown(),
})

/**
 * The head of a case, or null when there is none for this reader. What the case is about is said to an agency outside
 * the circle as far as it may be told. The look itself is written down in the same
 * statement: what was read, and what somebody tried to read and may not. Who looks `again`, from a page that is open,
 * is written down once an hour. Whoever has opened so many cases that she has to prove who she is finds none either
 * (`spent` tells her so).
 */
export async function headOf(tx: Tx, { officeId, staffId, locale }: Actor, id: string, again = false): Promise<CaseHead | null> {
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<unknown[]>`
    with found as materialized (
      select c.id, c.office_id, c.number, c.version, c.level, c.opened_at, c.closed_at, c.plan_agreed_at, c.child_seen_at, c.student_id, c.school_id,
        c.lead_id, c.lead_agency_id, c.next_action, c.due_at, c.waiting_on, c.waiting_staff_id, c.waiting_agency_id
      from cases c where c.office_id = ${officeId}::uuid and c.id = ${id}::uuid and not (select app.reading_spent(${id}::uuid))),
    looked as (
      insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, outcome)
      select ${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(),
        case when exists (select from found) then 'case.read' else 'case.denied' end, ${id}::uuid,
        case when exists (select from found) then 'done' else 'refused' end
      where not (${again} and exists (select from audit_entries a where a.office_id = ${officeId}::uuid and a.case_id = ${id}::uuid
        and a.session_id = app.actor_session() and a.action = 'case.read' and a.at > ${now()}::timestamptz - interval '1 hour')))
    select c.id, c.number, c.version, c.level,
      app.domains_of(c.id) as domains,
      c.opened_at as "openedAt", c.closed_at as "closedAt", c.plan_agreed_at as "planAgreedAt",
      c.child_seen_at as "childSeenAt", c.student_id as "studentId", s.grade, s.dong, c.school_id as "schoolId",
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as "studentName",
      case when ${en} then sa.short_en else sa.short_ko end as school,
      c.lead_id as "leadId", case when ${en} then coalesce(l.name_en, l.name) else l.name end as lead,
      case when ${en} then la.short_en else la.short_ko end as "leadAgency",
      c.next_action as "nextAction", c.due_at as "dueAt", c.waiting_on as "waitingOn", coalesce(c.waiting_staff_id, c.waiting_agency_id) as "waitingId",
      case when ${en} then coalesce(w.name_en, w.name, wa.short_en) else coalesce(w.name, wa.short_ko) end as "waitingName",
      (select e.at from events e where e.office_id = c.office_id and e.case_id = c.id
        and e.type in ('case.turned', 'case.opened', 'case.reopened') order by e.at desc limit 1) as "waitingSince",
      coalesce((select m.relation from case_members m where m.office_id = c.office_id and m.case_id = c.id and m.staff_id = ${staffId}::uuid and m.ended_at is null)::text,
        case when c.lead_id = ${staffId}::uuid then 'LEAD' end) as relation,
      (select max(g.until) from break_glasses g where g.office_id = c.office_id and g.case_id = c.id and g.staff_id = ${staffId}::uuid
        and g.ended_at is null and g.until > ${now()}::timestamptz) as "glassUntil",
      (select x.reason from closures x where x.office_id = c.office_id and x.case_id = c.id order by x.at desc limit 1) as "closureReason",
      p.id as "proposalId", p.wanted, p.by_id as "proposerId", p.at as "proposedAt",
      (select case when ${en} then coalesce(y.name_en, y.name) else y.name end from staff y where y.office_id = p.office_id and y.id = p.by_id) as proposer,
      ${quietSql(officeId, sql`c.student_id`)} as quiet
    from found c
    left join students s on s.office_id = c.office_id and s.id = c.student_id
    join agencies sa on sa.office_id = c.office_id and sa.id = c.school_id
    left join staff l on l.office_id = c.office_id and l.id = c.lead_id
    left join agencies la on la.office_id = c.office_id and la.id = c.lead_agency_id
    left join staff w on w.office_id = c.office_id and w.id = c.waiting_staff_id
    left join agencies wa on wa.office_id = c.office_id and wa.id = c.waiting_agency_id
    left join level_proposals p on p.office_id = c.office_id and p.case_id = c.id and p.settled_at is null`
  return row === undefined ? null : viewOf(Row.parse(row))
}

function viewOf(row: z.output<typeof Row>): CaseHead {
  const { id, number, version, level, domains, openedAt, closedAt, closureReason, childSeenAt, schoolId, school, relation, glassUntil } = row
  const open = closedAt === null
  return {
    id, number, version, level, domains, openedAt, closedAt, childSeenAt, schoolId, school, relation, glassUntil,
    closureReason: open ? null : closureReason,
    stage: stageOf(row, now()),
    student: { id: row.studentId, name: row.studentName ?? '—', grade: row.grade, dong: row.dong },
    lead: row.leadId === null ? null : { id: row.leadId, name: row.lead ?? '—', agency: row.leadAgency ?? '' },
    next: open && row.nextAction !== null && row.dueAt !== null ? { action: row.nextAction, dueAt: row.dueAt } : null,
    waiting: open && row.waitingOn !== null ? { on: row.waitingOn, id: row.waitingId, name: row.waitingName, since: row.waitingSince ?? openedAt } : null,
    proposal: row.proposalId === null || row.wanted === null || row.proposedAt === null ? null
      : { id: row.proposalId, to: row.wanted, byId: row.proposerId ?? '', by: row.proposer ?? '—', at: row.proposedAt },
    quiet: quietFrom(row.quiet ?? null),
  }
}

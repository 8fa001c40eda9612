import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import type { Level } from '#lib/cases/level.ts'
import type { InterventionView, RemarkView, SessionView } from './view.ts'

type Row = Omit<InterventionView, 'ofCase' | 'child'> & {
  number: string | null
  level: Level | null
  leadId: string | null
  lead: string | null
  child: string | null
  grade: number | null
  className: string | null
  school: string | null
  dong: string | null
}

/**
 * A piece of help, or null when there is none for this reader; the look itself is written down in the same statement.
 * An agency that has not answered reads what it is asked and of which child, and of the case nothing.
 */
export async function interventionOf(tx: Tx, { officeId, staffId, locale }: Actor, id: string): Promise<InterventionView | null> {
  if (!Id.safeParse(id).success) return null
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<Row[]>`
    with found as materialized (
      select i.* from interventions i where i.office_id = ${officeId}::uuid and i.id = ${id}::uuid),
    looked as (
      insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, subject_id, outcome)
      select ${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(),
        case when exists (select from found) then 'intervention.read' else 'intervention.denied' end, (select case_id from found), ${id}::uuid,
        case when exists (select from found) then 'done' else 'refused' end)
    select i.id, i.case_id as "caseId", c.number, c.level::text as level, c.lead_id as "leadId", case when ${en} then coalesce(l.name_en, l.name) else l.name end as lead,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as child, s.grade, s.class_name as "className", s.dong,
      case when ${en} then sa.short_en else sa.short_ko end as school,
      i.service_code as "serviceCode", case when ${en} then v.name_en else v.name_ko end as service, v.unit_ko as unit, i.domain, g.statement as goal,
      i.request, i.frequency, i.planned_units as planned, i.starts_on::text as "startsOn", i.ends_on::text as "endsOn", i.state::text as state,
      i.due_at as "dueAt", i.proposed_at as "proposedAt", i.answered_at as "answeredAt", i.decline_code as "declineCode", i.answer,
      i.wakes_on::text as "wakesOn", i.result, i.end_reason as "endReason", i.ended_at as "endedAt", i.version,
      i.agency_id as "agencyId", case when ${en} then a.short_en else a.short_ko end as agency, a.phone as "agencyPhone",
      i.staff_id as "staffId", case when ${en} then coalesce(w.name_en, w.name) else w.name end as staff,
      i.proposer_id as "proposerId", case when ${en} then coalesce(q.name_en, q.name) else q.name end as proposer,
      case when ${en} then coalesce(q.job_title_en, q.job_title) else q.job_title end as "proposerTitle",
      case when ${en} then qa.short_en else qa.short_ko end as "proposerAgency", q.phone as "proposerPhone"
    from found i
    left join app.helped(array[${id}::uuid]) h on h.intervention_id = i.id
    left join students s on s.office_id = i.office_id and s.id = h.student_id
    left join agencies sa on sa.office_id = s.office_id and sa.id = s.school_id
    left join cases c on c.office_id = i.office_id and c.id = i.case_id
    left join staff l on l.office_id = c.office_id and l.id = c.lead_id
    left join goals g on g.office_id = i.office_id and g.id = i.goal_id
    join services v on v.office_id = i.office_id and v.code = i.service_code
    join agencies a on a.office_id = i.office_id and a.id = i.agency_id
    left join staff w on w.office_id = i.office_id and w.id = i.staff_id
    join staff q on q.office_id = i.office_id and q.id = i.proposer_id
    join agencies qa on qa.office_id = q.office_id and qa.id = q.agency_id`
  return row ? viewOf(row) : null
}

function viewOf({ number, level, leadId, lead, child, grade, className, school, dong, ...row }: Row): InterventionView {
  return {
    ...row,
    ofCase: number !== null && level !== null ? { number, level, leadId, lead } : null,
    child: child === null ? null : { name: child, grade, className, school, dong },
  }
}

/** As many meetings as a year of a weekly support has. */
const most = 60

/** The meetings of one piece of help, the latest first. */
export async function sessionsOf(tx: Tx, { officeId, locale }: Actor, id: string): Promise<SessionView[]> {
  return tx.$queryRaw<SessionView[]>`
    select x.id, x.held_at as "heldAt", case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by,
      x.attendance, x.response, x.child_seen as "childSeen", x.units, x.next_appointment as "nextAppointment",
      n.body as note, x.note_id is not null and n.id is null as locked
    from (select * from intervention_sessions where office_id = ${officeId}::uuid and intervention_id = ${id}::uuid order by held_at desc, id desc limit ${most}::int) x
    join staff s on s.office_id = x.office_id and s.id = x.by_id
    left join notes n on n.office_id = x.office_id and n.id = x.note_id
    order by x.held_at desc, x.id desc`
}

/** Why it rested and how it ended, in the words of those who wrote it; the latest first. */
export async function remarksOf(tx: Tx, { officeId, locale }: Actor, { id, caseId }: { id: string; caseId: string }): Promise<RemarkView[]> {
  return tx.$queryRaw<RemarkView[]>`
    select e.type, e.at, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by, n.body as text
    from events e
    join notes n on n.office_id = e.office_id and n.id = e.note_id
    left join staff s on s.office_id = e.office_id and s.id = e.actor_id
    where e.office_id = ${officeId}::uuid and e.case_id = ${caseId}::uuid and e.data ->> 'interventionId' = ${id}
      and e.type in ('intervention.paused', 'intervention.completed', 'intervention.discontinued')
    order by e.at desc, e.id desc`
}

import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { InterventionState } from './intervention.ts'

/** One line of who does what in which week. */
export interface CourseView {
  id: string
  service: string
  agency: string
  staff: string | null
  frequency: string
  state: InterventionState
  startsOn: string
  endsOn: string | null
  dueAt: Date | null
  endedAt: Date | null
  meetings: { heldAt: Date; attendance: string }[]
}

type Row = Omit<CourseView, 'meetings'> & { heldAt: Date[]; attendance: string[] }

/** The help of a case with its meetings since a day, in the order it was asked for; what was declined never ran. */
export async function coursesOf(tx: Tx, { officeId, locale }: Actor, caseId: string, since: Date): Promise<CourseView[]> {
  const en = locale === 'en'
  const rows = await tx.$queryRaw<Row[]>`
    select i.id, case when ${en} then v.name_en else v.name_ko end as service, case when ${en} then a.short_en else a.short_ko end as agency,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as staff, i.frequency, i.state::text as state,
      i.starts_on::text as "startsOn", i.ends_on::text as "endsOn", i.due_at as "dueAt", i.ended_at as "endedAt",
      coalesce(m.held_at, '{}') as "heldAt", coalesce(m.attendance, '{}') as attendance
    from interventions i
    join services v on v.office_id = i.office_id and v.code = i.service_code
    join agencies a on a.office_id = i.office_id and a.id = i.agency_id
    left join staff s on s.office_id = i.office_id and s.id = i.staff_id
    left join lateral (select array_agg(x.held_at order by x.held_at) as held_at, array_agg(x.attendance order by x.held_at) as attendance
      from intervention_sessions x where x.office_id = i.office_id and x.intervention_id = i.id and x.held_at >= ${since}) m on true
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid and i.state <> 'DECLINED'
    order by i.state in ('COMPLETED', 'DISCONTINUED'), i.proposed_at, i.id`
  return rows.map(({ heldAt, attendance, ...row }) => ({ ...row, meetings: heldAt.map((at, index) => ({ heldAt: at, attendance: attendance[index] ?? '' })) }))
}

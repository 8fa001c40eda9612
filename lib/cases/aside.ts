import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { AudienceMember, GoalView, SupportView } from './view.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

/** Goals that still stand, each with its latest rating. */
export async function goalsOf(tx: Tx, { officeId }: Asker, caseId: string): Promise<GoalView[]> {
  return tx.$queryRaw<GoalView[]>`
    select g.id, g.statement,
      (select r.rating from goal_ratings r where r.office_id = g.office_id and r.goal_id = g.id order by r.at desc, r.id desc limit 1) as rating
    from goals g where g.office_id = ${officeId}::uuid and g.case_id = ${caseId}::uuid and g.ended_at is null order by g.set_at, g.id`
}

/** Help of a case: what is under way by the clock, then what has ended. */
export async function supportsOf(tx: Tx, { officeId, locale }: Asker, caseId: string): Promise<SupportView[]> {
  const en = locale === 'en'
  return tx.$queryRaw<SupportView[]>`
    select i.id, case when ${en} then v.name_en else v.name_ko end as service, case when ${en} then a.short_en else a.short_ko end as agency,
      i.state::text as state, i.due_at as "dueAt", i.wakes_on as "wakesOn", i.planned_units as planned,
      (select count(*)::int from intervention_sessions s where s.office_id = i.office_id and s.intervention_id = i.id) as held
    from interventions i
    join services v on v.office_id = i.office_id and v.code = i.service_code
    join agencies a on a.office_id = i.office_id and a.id = i.agency_id
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid
    order by i.state in ('DECLINED', 'COMPLETED', 'DISCONTINUED'), i.due_at nulls last, i.id`
}

/** Who can see the case, and by which row. */
export async function audienceOf(tx: Tx, { locale }: Asker, caseId: string): Promise<AudienceMember[]> {
  const en = locale === 'en'
  return tx.$queryRaw<AudienceMember[]>`
    select x.member_id as "memberId", x.staff_id as "staffId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as name,
      case when ${en} then coalesce(s.job_title_en, s.job_title) else s.job_title end as "jobTitle",
      x.agency_id as "agencyId", case when ${en} then x.agency_en else x.agency_ko end as agency,
      x.relation, x.reason, x.since, x.until, x.items, x.sensitive, x.open
    from app.case_audience(${caseId}::uuid) x join staff s on s.id = x.staff_id
    order by array_position(array['LEAD', 'CO_LEAD', 'MEMBER', 'OBSERVER'], x.relation), x.agency_id, x.name`
}

import type { Actor, Role } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { WorkKind } from './leaving.ts'

/** One thing to hand on, by its number: what it is about stands on its own page, for whoever may read that. */
export interface Left {
  id: string
  kind: WorkKind
  number: string
  href: string
}

const most = 200

/** What this person leaves behind, as far as the reader sees it herself. */
export async function leftBy(tx: Tx, { officeId }: Actor, staffId: string): Promise<Left[]> {
  return tx.$queryRaw<Left[]>`
    select * from (
      (select c.id, 'LEADS' as kind, c.number, '/cases/' || c.id as href from cases c
        where c.office_id = ${officeId}::uuid and c.lead_id = ${staffId}::uuid and c.closed_at is null order by c.number limit ${most}::int)
      union all
      (select c.id, 'TURNS', c.number, '/cases/' || c.id from cases c
        where c.office_id = ${officeId}::uuid and c.waiting_staff_id = ${staffId}::uuid and c.lead_id <> ${staffId}::uuid and c.closed_at is null order by c.number limit ${most}::int)
      union all
      (select i.id, 'SUPPORTS', coalesce(c.number || ' · ', '') || v.name_ko, '/interventions/' || i.id from interventions i
        join services v on v.office_id = i.office_id and v.code = i.service_code
        left join cases c on c.office_id = i.office_id and c.id = i.case_id
        where i.office_id = ${officeId}::uuid and i.staff_id = ${staffId}::uuid and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED') order by i.due_at, i.id limit ${most}::int)
      union all
      (select r.id, 'REFERRALS', r.number, '/referrals/' || r.id from referrals r
        where r.office_id = ${officeId}::uuid and r.in_charge_id = ${staffId}::uuid and r.state in ('SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON') order by r.number limit ${most}::int)
      union all
      (select c.id, 'TEAMS', c.number, '/cases/' || c.id from case_members m join cases c on c.office_id = m.office_id and c.id = m.case_id and c.closed_at is null
        where m.office_id = ${officeId}::uuid and m.staff_id = ${staffId}::uuid and m.ended_at is null and m.relation <> 'LEAD' order by c.number limit ${most}::int)) x`
}

export interface Heir {
  id: string
  name: string
  jobTitle: string
  agency: string
  agencyId: string
  role: Role
}

/** To whom it may go: of her body or the reader's, who works with cases, comes in today, and is not leaving herself. */
export async function heirsOf(tx: Tx, { officeId, agencyId, locale }: Actor, staffId: string): Promise<Heir[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Heir[]>`
    select s.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as name, case when ${en} then coalesce(s.job_title_en, s.job_title) else s.job_title end as "jobTitle",
      case when ${en} then a.short_en else a.short_ko end as agency, s.agency_id as "agencyId", s.role::text as role
    from staff s
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    join accounts c on c.office_id = s.office_id and c.staff_id = s.id and c.deactivated_at is null
    where s.office_id = ${officeId}::uuid and s.id <> ${staffId}::uuid and s.left_at is null and s.leaving_on is null and app.handles_cases(s.role)
      and (s.agency_id = ${agencyId}::uuid or s.agency_id = (select x.agency_id from staff x where x.office_id = ${officeId}::uuid and x.id = ${staffId}::uuid))
      and (not app.inside_circle(a.kind, a.is_entrusted) or (
        exists (select from handling_approvals h where h.office_id = s.office_id and h.staff_id = s.id and h.revoked_at is null and h.valid_from <= app.now() and h.valid_until > app.now())
        and exists (select from security_trainings t where t.office_id = s.office_id and t.staff_id = s.id and t.valid_until > app.now())))
    order by a.short_ko, s.name, s.id limit 500`
}

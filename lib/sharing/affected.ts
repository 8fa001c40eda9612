import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { GroundView } from './view.ts'

/** Help that goes on, though its agency may no longer be told what it needs for it. */
export interface AffectedSupport {
  id: string
  service: string
  domain: string
  state: 'PROPOSED' | 'ACCEPTED' | 'ACTIVE' | 'PAUSED'
  dueAt: Date | null
}

export interface AffectedGoal {
  id: string
  statement: string
  domain: string
  /** Other agencies whose help for it goes on. */
  others: string[]
}

/** What of the plan hangs on a recipient that may be told less than before. */
export interface Affected {
  supports: AffectedSupport[]
  goals: AffectedGoal[]
  /** Of the recipient's people, those still in the team of a case that is closed to them now. */
  members: string[]
}

export async function affectedBy(tx: Tx, { officeId, locale }: Actor, caseId: string, recipientId: string, grounds: readonly GroundView[]): Promise<Affected> {
  const en = locale === 'en'
  const items = grounds.flatMap((ground) => ground.items)
  const open = grounds.length > 0
  const supports = await tx.$queryRaw<AffectedSupport[]>`
    select i.id, case when ${en} then v.name_en else v.name_ko end as service, i.domain, i.state::text as state, i.due_at as "dueAt"
    from interventions i join services v on v.office_id = i.office_id and v.code = i.service_code
    where i.office_id = ${officeId}::uuid and i.case_id = ${caseId}::uuid and i.agency_id = ${recipientId}::uuid and i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')
      and not (${open} and (i.domain = 'GENERAL' or i.domain = any(${items}::text[])))
    order by i.proposed_at, i.id`
  const ids = supports.map(({ id }) => id)
  const goals = await tx.$queryRaw<AffectedGoal[]>`
    select g.id, g.statement, g.domain, array(
      select distinct case when ${en} then a.short_en else a.short_ko end
      from interventions o join agencies a on a.office_id = o.office_id and a.id = o.agency_id
      where o.office_id = g.office_id and o.case_id = g.case_id and o.agency_id <> ${recipientId}::uuid and o.state in ('ACCEPTED', 'ACTIVE')
        and (o.goal_id = g.id or (o.goal_id is null and o.domain = g.domain))) as others
    from goals g
    where g.office_id = ${officeId}::uuid and g.case_id = ${caseId}::uuid and g.ended_at is null and exists (
      select from interventions i where i.office_id = g.office_id and i.id = any(${ids}::uuid[]) and (i.goal_id = g.id or (i.goal_id is null and i.domain = g.domain)))
    order by g.set_at, g.id`
  const members = open ? [] : await tx.$queryRaw<{ name: string }[]>`
    select case when ${en} then coalesce(s.name_en, s.name) else s.name end as name from case_members m join staff s on s.office_id = m.office_id and s.id = m.staff_id
    where m.office_id = ${officeId}::uuid and m.case_id = ${caseId}::uuid and m.agency_id = ${recipientId}::uuid and m.ended_at is null order by 1`
  return { supports, goals, members: members.map(({ name }) => name) }
}

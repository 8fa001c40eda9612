import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import type { ListFilters, Scope, Show } from './filters.ts'
import type { InterventionLine } from './view.ts'

export const pageSize = 50

/** Help by its clock, what rests after it; what has ended, the newest first. One line more than a page tells that there is another. */
export async function interventionsFor(tx: Tx, actor: Actor, filters: ListFilters): Promise<{ lines: InterventionLine[]; more: boolean }> {
  const { officeId, locale } = actor
  const en = locale === 'en'
  const found = await tx.$queryRaw<InterventionLine[]>`
    with page as materialized (
      select i.* from interventions i
      where i.office_id = ${officeId}::uuid and ${ofState[filters.state]} and ${within(filters.of, actor)}
        ${filters.staff ? sql`and i.staff_id = ${filters.staff}::uuid` : nothing} ${beyond(filters)}
      ${filters.state === 'ENDED' ? sql`order by i.id desc` : sql`order by i.due_at, i.id`} limit ${pageSize + 1}::int)
    select p.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as child, s.grade, c.level::text as level,
      case when ${en} then v.name_en else v.name_ko end as service, case when ${en} then a.short_en else a.short_ko end as agency,
      p.staff_id as "staffId", case when ${en} then coalesce(w.name_en, w.name) else w.name end as staff,
      case when ${en} then coalesce(q.name_en, q.name) else q.name end as proposer, case when ${en} then qa.short_en else qa.short_ko end as "proposerAgency",
      p.state::text as state, p.due_at as "dueAt", p.wakes_on as "wakesOn", p.planned_units as planned,
      (select coalesce(sum(x.units), 0)::int from intervention_sessions x where x.office_id = p.office_id and x.intervention_id = p.id and x.attendance in ('ATTENDED', 'LATE')) as held
    from page p
    left join app.helped(array(select id from page)) h on h.intervention_id = p.id
    left join students s on s.office_id = p.office_id and s.id = h.student_id
    left join cases c on c.office_id = p.office_id and c.id = p.case_id
    join services v on v.office_id = p.office_id and v.code = p.service_code
    join agencies a on a.office_id = p.office_id and a.id = p.agency_id
    left join staff w on w.office_id = p.office_id and w.id = p.staff_id
    join staff q on q.office_id = p.office_id and q.id = p.proposer_id
    join agencies qa on qa.office_id = q.office_id and qa.id = q.agency_id
    ${filters.state === 'ENDED' ? sql`order by p.id desc` : sql`order by p.due_at, p.id`}`
  return { lines: found.slice(0, pageSize), more: found.length > pageSize }
}

/** Written out, not as parameters: the indexes of open work are made for these very words. */
const ofState: Record<Show, Sql> = {
  OPEN: sql`i.state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')`,
  PROPOSED: sql`i.state = 'PROPOSED'`,
  ACCEPTED: sql`i.state = 'ACCEPTED'`,
  ACTIVE: sql`i.state in ('ACCEPTED', 'ACTIVE')`,
  PAUSED: sql`i.state = 'PAUSED'`,
  ENDED: sql`i.state in ('COMPLETED', 'DISCONTINUED', 'DECLINED')`,
}

function within(scope: Scope, { staffId, agencyId, officeId }: Actor): Sql {
  switch (scope) {
    case 'ours':
      return sql`i.agency_id = ${agencyId}::uuid`
    case 'asked':
      return sql`(i.proposer_id = ${staffId}::uuid or i.case_id in (
        select c.id from cases c where c.office_id = ${officeId}::uuid and c.lead_id = ${staffId}::uuid and c.closed_at is null))`
    case 'all':
      return sql`true`
  }
}

/** After the last line of the page before. What has no clock comes last. */
function beyond({ state, after }: ListFilters): Sql {
  if (!after) return nothing
  const { at, id } = after
  if (state === 'ENDED') return sql`and i.id < ${id}::uuid`
  return at === null ? sql`and i.due_at is null and i.id > ${id}::uuid` : sql`and (i.due_at is null or (i.due_at, i.id) > (${at}::timestamptz, ${id}::uuid))`
}

import { levels, type Level } from '#lib/cases/level.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { openStages, type CaseFigures, type NamedTally, type OpenStage, type Tally } from './dashboard.ts'

interface Row extends Tally {
  level: Level | null
  stage: OpenStage | null
  agency_id: string | null
  agency: string | null
  lead_id: string | null
  lead: string | null
  lead_agency: string | null
  school_id: string | null
  school: string | null
}

/** The open cases in reach, counted once and grouped five ways. Live: some thousand rows of one office. */
export async function caseFigures(tx: Tx, { officeId, locale }: Actor): Promise<CaseFigures> {
  const rows = await tx.$queryRaw<Row[]>`
    with tallies as (
      select level, stage, lead_agency_id, lead_id, school_id, count(*)::int as open, sum(points)::float8 as points,
        count(*) filter (where late)::int as late, count(*) filter (where unseen)::int as unseen, count(*) filter (where stuck)::int as stuck
      from (select c.level, c.lead_agency_id, c.lead_id, c.school_id,
              case when c.plan_agreed_at is not null then 'ACTIVE' when c.child_seen_at is not null then 'PLANNING' else 'INTAKE' end as stage,
              case c.level when 'EMERGENCY' then 3 when 'HIGH' then 2 when 'MODERATE' then 1 else 0.5 end as points,
              c.due_at < (select app.now()) as late,
              app.seen_due(c.level, c.opened_at, c.child_seen_at) < (select app.now()) as unseen,
              c.next_action is null or c.due_at is null or c.waiting_on is null as stuck
            from cases c where c.office_id = ${officeId}::uuid and c.closed_at is null) open_cases
      group by grouping sets ((level), (stage), (lead_agency_id), (lead_id), (school_id), ()))
    select t.level::text as level, t.stage, t.open, coalesce(t.points, 0) as points, t.late, t.unseen, t.stuck,
      t.lead_agency_id as agency_id, case when ${locale} = 'en' then a.short_en else a.short_ko end as agency,
      t.lead_id, case when ${locale} = 'en' then coalesce(p.name_en, p.name) else p.name end as lead,
      case when ${locale} = 'en' then pa.short_en else pa.short_ko end as lead_agency,
      t.school_id, case when ${locale} = 'en' then s.short_en else s.short_ko end as school
    from tallies t
    left join agencies a on a.office_id = ${officeId}::uuid and a.id = t.lead_agency_id
    left join staff p on p.office_id = ${officeId}::uuid and p.id = t.lead_id
    left join agencies pa on pa.office_id = p.office_id and pa.id = p.agency_id
    left join agencies s on s.office_id = ${officeId}::uuid and s.id = t.school_id
    order by t.open desc, coalesce(a.short_ko, p.name, s.short_ko)`
  return {
    all: rows.find((row) => !row.level && !row.stage && !row.agency_id && !row.lead_id && !row.school_id) ?? nothing,
    byLevel: counted(levels, rows, 'level'),
    byStage: counted(openStages, rows, 'stage'),
    byAgency: rows.flatMap((row) => named(row, row.agency_id, row.agency)),
    byLead: rows.flatMap((row) => named(row, row.lead_id, row.lead, row.lead_agency)).sort((a, b) => b.points - a.points),
    bySchool: rows.flatMap((row) => named(row, row.school_id, row.school)),
  }
}

const nothing: Tally = { open: 0, points: 0, late: 0, unseen: 0, stuck: 0 }

function counted<Key extends string>(keys: readonly Key[], rows: Row[], column: 'level' | 'stage'): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, rows.find((row) => row[column] === key)?.open ?? 0])) as Record<Key, number>
}

function named(row: Row, id: string | null, name: string | null, agency?: string | null): NamedTally[] {
  const { open, points, late, unseen, stuck } = row
  return id && name ? [{ id, name, open, points, late, unseen, stuck, ...(agency && { agency }) }] : []
}

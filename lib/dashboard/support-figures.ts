import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { weeksShown, type SupportFigures } from './dashboard.ts'

interface Row {
  state: SupportFigures['byState'][number]['state'] | null
  staff_id: string | null
  person: string | null
  service_code: string | null
  service: string | null
  /** Which of the three groupings a row belongs to. */
  by: number
  open: number
  late: number
}

interface Past {
  hours: number | null
  answered: number
  declined: number
  completed: number
  discontinued: number
}

/** The support one agency was asked for and gives, within what it may see today. */
export async function supportFigures(tx: Tx, { officeId, agencyId, locale }: Actor): Promise<SupportFigures> {
  const rows = await tx.$queryRaw<Row[]>`
    select t.by, t.state::text as state, t.staff_id, t.service_code, t.open, t.late,
      case when ${locale} = 'en' then coalesce(p.name_en, p.name) else p.name end as person,
      case when ${locale} = 'en' then v.name_en else v.name_ko end as service
    from (select grouping(state, staff_id, service_code) as by, state, staff_id, service_code, count(*)::int as open,
            count(*) filter (where due_at < (select app.now()))::int as late
          from interventions where office_id = ${officeId}::uuid and agency_id = ${agencyId}::uuid
            and state in ('PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED')
          group by grouping sets ((state), (staff_id), (service_code))) t
    left join staff p on p.office_id = ${officeId}::uuid and p.id = t.staff_id
    left join services v on v.office_id = ${officeId}::uuid and v.code = t.service_code
    order by t.open desc, person, service`
  const [past] = await tx.$queryRaw<Past[]>`
    select (percentile_cont(0.5) within group (order by extract(epoch from answered_at - proposed_at) / 3600))::float8 as hours,
      count(*) filter (where answered_at is not null)::int as answered,
      count(*) filter (where state = 'DECLINED')::int as declined,
      count(*) filter (where state = 'COMPLETED')::int as completed,
      count(*) filter (where state = 'DISCONTINUED')::int as discontinued
    from interventions where office_id = ${officeId}::uuid and agency_id = ${agencyId}::uuid
      and proposed_at > (select app.now()) - make_interval(weeks => ${weeksShown}::int)`
  return {
    byState: (['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'] as const).map((state) => {
      const row = rows.find((row) => row.by === byStateOnly && row.state === state)
      return { state, count: row?.open ?? 0, late: row?.late ?? 0 }
    }),
    byPerson: rows.filter(({ by }) => by === byPersonOnly).map(({ staff_id, person, open, late }) => ({ id: staff_id, name: person, open, late })),
    byService: rows.flatMap(({ by, service_code, service, open }) => (by === byServiceOnly && service_code ? [{ code: service_code, name: service ?? service_code, open }] : [])),
    medianHours: past?.hours ?? null,
    answered: past?.answered ?? 0,
    declined: past?.declined ?? 0,
    ended: { completed: past?.completed ?? 0, discontinued: past?.discontinued ?? 0 },
  }
}

/* What `grouping(state, staff_id, service_code)` says of each set: a bit for every column that was summed over. */
const byStateOnly = 0b011
const byPersonOnly = 0b101
const byServiceOnly = 0b110

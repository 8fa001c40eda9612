import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { nothing, sql } from '#lib/core/sql.ts'
import { kindsOf, type GiverView, type ServiceFilters, type ServiceView } from './service.ts'

type Asker = Pick<Actor, 'officeId' | 'locale'>

/** The catalogue, the nearest to the child first: the school, the office, the community. All of it fits on a page. */
export async function servicesOf(tx: Tx, { officeId, locale }: Asker, { q, domain, kind, stage }: ServiceFilters): Promise<ServiceView[]> {
  const en = locale === 'en'
  const like = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return tx.$queryRaw<ServiceView[]>`
    select v.code, case when ${en} then v.name_en else v.name_ko end as name, case when ${en} then v.name_ko else v.name_en end as "otherName",
      v.agency_kinds as "agencyKinds", v.domains, v.eligibility_ko as eligibility, v.unit_ko as unit, v.duration_ko as duration, v.stage
    from services v
    where v.office_id = ${officeId}::uuid and v.ended_at is null
      ${like ? sql`and (v.name_ko ilike ${like} or v.name_en ilike ${like} or v.eligibility_ko ilike ${like} or v.code ilike ${like}
        or exists (select from agencies a where a.office_id = v.office_id and a.ended_at is null and a.kind::text = any(v.agency_kinds) and (a.name_ko ilike ${like} or a.name_en ilike ${like})))` : nothing}
      ${domain ? sql`and ${domain} = any(v.domains)` : nothing}
      ${kind ? sql`and v.agency_kinds && ${kindsOf(kind)}::text[]` : nothing}
      ${stage ? sql`and v.stage = ${stage}::int` : nothing}
    order by v.stage, v.code`
}

/** The agencies of the office by kind. Open work: what each was asked for and has not ended. */
export async function giversOf(tx: Tx, { officeId, locale }: Asker): Promise<GiverView[]> {
  const en = locale === 'en'
  return tx.$queryRaw<GiverView[]>`
    select a.id, a.kind::text as kind, case when ${en} then a.short_en else a.short_ko end as name, case when ${en} then a.name_en else a.name_ko end as "fullName",
      a.phone, app.inside_circle(a.kind, a.is_entrusted) as inside, coalesce(w.open, 0) as open
    from agencies a left join app.open_work_of_agencies() w on w.agency_id = a.id
    where a.office_id = ${officeId}::uuid and a.ended_at is null and a.kind <> 'METRO_OFFICE'
    order by a.kind, 3, a.id`
}

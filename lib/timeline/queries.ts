import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { nothing, sql, type Sql } from '#lib/core/sql.ts'
import type { Entry, Lock } from './entry.ts'
import { entryOf } from './entry-of.ts'
import { eventGroups } from './events.ts'
import { isFiltered, type TimelineFilters } from './filters.ts'

/** As many entries as a first screen and some more; older ones are fetched when asked for. */
export const pageSize = 50

/** More than this at once is not told one by one. */
const mostNews = 200

type Reader = Pick<Actor, 'officeId' | 'staffId' | 'locale' | 'inside'>

export interface Timeline {
  entries: Entry[]
  locks: Lock[]
  /** There are older ones. */
  more: boolean
}

/** A page of a case's timeline, newest first, as this reader may see it. Two statements: the entries, and where locks stand between them. */
export async function timelineOf(tx: Tx, reader: Reader, caseId: string, filters: TimelineFilters): Promise<Timeline> {
  const { before } = filters
  const found = await entriesOf(tx, reader, sql`
    ${ofCase(reader, caseId, filters)} ${before ? sql`and (e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : nothing}
    order by e.at desc, e.id desc limit ${pageSize + 1}::int`)
  const entries = found.slice(0, pageSize)
  const more = found.length > pageSize
  const since = more ? (entries.at(-1)?.at ?? new Date(0)) : new Date(0)
  return { entries, more, locks: isFiltered(filters) ? [] : await locksOf(tx, reader, caseId, since, before?.at) }
}

/** What was written after the one with that id, but not those `known`. Identifiers grow with the moment of writing, not of happening. */
export async function entriesSince(tx: Tx, reader: Reader, caseId: string, filters: TimelineFilters, after: string, known: readonly string[]): Promise<Entry[]> {
  return entriesOf(tx, reader, sql`
    ${ofCase(reader, caseId, filters)} and e.id > ${after}::uuid and e.id <> all(${known}::uuid[]) order by e.id limit ${mostNews}::int`)
}

/** The entries these notes stand in. */
export async function entriesOfNotes(tx: Tx, reader: Reader, caseId: string, noteIds: readonly string[]): Promise<Entry[]> {
  return entriesOf(tx, reader, sql`${ofCase(reader, caseId, {})} and e.note_id = any(${noteIds}::uuid[]) limit ${mostNews}::int`)
}

/** These entries, the newest first, as far as this reader may see them herself. */
export async function entriesByIds(tx: Tx, reader: Reader, caseId: string, ids: readonly string[]): Promise<Entry[]> {
  return entriesOf(tx, reader, sql`${ofCase(reader, caseId, {})} and e.id = any(${ids}::uuid[]) order by e.at desc, e.id desc limit ${mostNews}::int`)
}

/** Where a timeline reaches for this reader: since when, and which agencies and domains there are to choose from. */
export interface Reach {
  beganAt: Date | null
  /** The last thing she herself put there, by id. */
  own: string | null
  agencies: { id: string; name: string }[]
  domains: string[]
}

export async function reachOf(tx: Tx, { officeId, staffId, locale }: Reader, caseId: string): Promise<Reach> {
  const rows = await tx.$queryRaw<{ began: Date; own: string | null; domain: string; id: string | null; name: string | null }[]>`
    select x.began, x.own, x.domain, x.agency_id as id, case when ${locale} = 'en' then a.short_en else a.short_ko end as name
    from (select e.agency_id, e.domain, min(e.at) as began, max(e.id::text) filter (where e.actor_id = ${staffId}::uuid) as own from events e
          where e.office_id = ${officeId}::uuid and e.case_id = ${caseId}::uuid group by e.agency_id, e.domain) x
    left join agencies a on a.office_id = ${officeId}::uuid and a.id = x.agency_id
    order by 5, 4`
  const agencies = new Map(rows.flatMap(({ id, name }) => (id && name ? [[id, { id, name }]] : [])))
  const first = rows.reduce<Date | null>((least, { began }) => (least && least < began ? least : began), null)
  const own = rows.reduce<string | null>((last, row) => (row.own && (!last || row.own > last) ? row.own : last), null)
  return { beganAt: first, own, agencies: [...agencies.values()], domains: [...new Set(rows.map(({ domain }) => domain))] }
}

function ofCase({ officeId }: Reader, caseId: string, { show, agency, domain }: TimelineFilters): Sql {
  return sql`select e.* from events e where e.office_id = ${officeId}::uuid and e.case_id = ${caseId}::uuid
    ${show ? sql`and e.type = any(${eventGroups[show]}::text[])` : nothing}
    ${agency ? sql`and e.agency_id = ${agency}::uuid` : nothing} ${domain ? sql`and e.domain = ${domain}` : nothing}`
}

/**
 * The few rows first, then what they mention: joined the other way round, a generic plan reads five times as long. What they
 * mention is taken out of the data beforehand too: reading it is nothing row security lets an index do.
 */
async function entriesOf(tx: Tx, { staffId, locale }: Reader, page: Sql): Promise<Entry[]> {
  const en = locale === 'en'
  const rows = await tx.$queryRaw<unknown[]>`
    with page as materialized (
      select x.*, coalesce(x.data ->> 'staffId', x.data ->> 'toId', x.data ->> 'leadId')::uuid as person_id, x.data ->> 'serviceCode' as service_code,
        coalesce(x.data ->> 'agencyId', x.data ->> 'recipientId')::uuid as other_agency_id, (x.data ->> 'goalId')::uuid as goal_id
      from (${page}) x)
    select p.id, p.at, p.type, p.layer, p.audience, p.domain, p.data, p.actor_id = ${staffId}::uuid as own,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as by,
      case when ${en} then a.short_en else a.short_ko end as "byAgency", a.kind::text as "byKind",
      case when ${en} then coalesce(o.name_en, o.name) else o.name end as person,
      case when ${en} then b.short_en else b.short_ko end as agency,
      case when ${en} then v.name_en else v.name_ko end as service,
      g.statement as goal,
      n.id as "noteId", n.body, n.kind, n.child_seen as "childSeen", n.written_at as "writtenAt", n.version as "noteVersion",
      n.author_id = ${staffId}::uuid as mine
    from page p
    left join staff s on s.office_id = p.office_id and s.id = p.actor_id
    left join agencies a on a.office_id = p.office_id and a.id = p.agency_id
    left join staff o on o.office_id = p.office_id and o.id = p.person_id
    left join agencies b on b.office_id = p.office_id and b.id = p.other_agency_id
    left join services v on v.office_id = p.office_id and v.code = p.service_code
    left join goals g on g.office_id = p.office_id and g.id = p.goal_id
    left join notes n on n.office_id = p.office_id and n.id = p.note_id
    order by p.at desc, p.id desc`
  return rows.map(entryOf)
}

async function locksOf(tx: Tx, { inside }: Reader, caseId: string, since: Date, before = new Date(8.64e15)): Promise<Lock[]> {
  const found = await tx.$queryRaw<{ id: string; at: Date; why: 'LAYER' | 'ITEMS' }[]>`
    select id, at, why from app.locked_entries(${caseId}::uuid, ${since}) where at < ${before}`
  return found.map((lock) => ({ ...lock, why: lock.why === 'LAYER' && !inside ? 'LAYER_PARTNER' : lock.why }))
}

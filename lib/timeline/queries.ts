import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Entry, Lock } from './entry.ts'
import { eventGroups, events, type EventType } from './events.ts'
import { isFiltered, type TimelineFilters } from './filters.ts'
import { audiences, layers } from './layers.ts'

/** As many entries as a first screen and some more; older ones are fetched when asked for. */
export const pageSize = 50

type Reader = Pick<Actor, 'officeId' | 'staffId' | 'locale' | 'inside'>

export interface Timeline {
  entries: Entry[]
  locks: Lock[]
  /** There are older ones. */
  more: boolean
}

const Text = z.string().nullable()
const Row = z.object({
  id: z.string(), at: z.date(), type: z.string(), layer: z.enum(layers), audience: z.enum(audiences), domain: z.string(), data: z.unknown(),
  by: Text, byAgency: Text, byKind: Text, person: Text, agency: Text, service: Text, goal: Text,
  noteId: Text, body: Text, kind: Text, childSeen: z.boolean().nullable(), writtenAt: z.date().nullable(), noteVersion: z.number().nullable(), mine: z.boolean().nullable(),
})

/** A page of a case's timeline, newest first, as this reader may see it. Two statements: the entries, and where locks stand between them. */
export async function timelineOf(tx: Tx, reader: Reader, caseId: string, filters: TimelineFilters): Promise<Timeline> {
  const found = await entriesOf(tx, reader, caseId, filters, { most: pageSize + 1 })
  const entries = found.slice(0, pageSize)
  const more = found.length > pageSize
  const since = more ? (entries.at(-1)?.at ?? new Date(0)) : new Date(0)
  return { entries, more, locks: isFiltered(filters) ? [] : await locksOf(tx, reader, caseId, since, filters.before?.at) }
}

/** What was written since, the oldest first, for readers who look on. `after` is an id: ids grow with the moment of writing. */
export async function entriesSince(tx: Tx, reader: Reader, caseId: string, filters: TimelineFilters, after: string): Promise<Entry[]> {
  const found = await entriesOf(tx, reader, caseId, { ...filters, before: undefined }, { most: pageSize, after })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function entriesOf(tx: Tx, reader: Reader, caseId: string, { show, agency, domain, before }: TimelineFilters, { most, after = null }: { most: number; after?: string | null }) {
  const types: readonly string[] | null = show ? eventGroups[show] : null
  const en = reader.locale === 'en'
  // The few rows first, then what they mention: joined the other way round, a generic plan reads five times as long.
  const rows = await tx.$queryRaw<unknown[]>`
    with page as materialized (
      select e.* from events e
      where e.office_id = ${reader.officeId}::uuid and e.case_id = ${caseId}::uuid
        and (e.at, e.id) < (${before?.at ?? new Date(8.64e15)}::timestamptz, ${before?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'}::uuid)
        and (${after}::uuid is null or e.id > ${after}::uuid)
        and (${types}::text[] is null or e.type = any(${types}::text[]))
        and (${agency ?? null}::uuid is null or e.agency_id = ${agency ?? null}::uuid)
        and (${domain ?? null}::text is null or e.domain = ${domain ?? null}::text)
      order by e.at desc, e.id desc limit ${most})
    select p.id, p.at, p.type, p.layer, p.audience, p.domain, p.data,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as by,
      case when ${en} then a.short_en else a.short_ko end as "byAgency", a.kind::text as "byKind",
      case when ${en} then coalesce(o.name_en, o.name) else o.name end as person,
      case when ${en} then b.short_en else b.short_ko end as agency,
      case when ${en} then v.name_en else v.name_ko end as service,
      g.statement as goal,
      n.id as "noteId", n.body, n.kind, n.child_seen as "childSeen", n.written_at as "writtenAt", n.version as "noteVersion",
      n.author_id = ${reader.staffId}::uuid as mine
    from page p
    left join staff s on s.office_id = p.office_id and s.id = p.actor_id
    left join agencies a on a.office_id = p.office_id and a.id = p.agency_id
    left join staff o on o.office_id = p.office_id and o.id = coalesce(p.data ->> 'staffId', p.data ->> 'toId', p.data ->> 'leadId')::uuid
    left join agencies b on b.office_id = p.office_id and b.id = coalesce(p.data ->> 'agencyId', p.data ->> 'recipientId')::uuid
    left join services v on v.office_id = p.office_id and v.code = p.data ->> 'serviceCode'
    left join goals g on g.office_id = p.office_id and g.id = (p.data ->> 'goalId')::uuid
    left join notes n on n.office_id = p.office_id and n.id = p.note_id
    order by p.at desc, p.id desc`
  return rows.map(entryOf)
}

function entryOf(raw: unknown): Entry {
  const { noteId, body, kind, childSeen, writtenAt, noteVersion, mine, type, data, ...row } = Row.parse(raw)
  if (!isEventType(type)) throw new Error('an event of no known type')
  const note = noteId === null || writtenAt === null ? null : { id: noteId, body: body ?? '', kind: kind ?? '', childSeen: childSeen === true, writtenAt, mended: (noteVersion ?? 1) > 1, mine: mine === true }
  // Type and data were checked against each other by the list of events.
  return { ...row, type, data: events[type].parse(data), note } as Entry
}

const isEventType = (type: string): type is EventType => Object.hasOwn(events, type)

async function locksOf(tx: Tx, { inside }: Reader, caseId: string, since: Date, before = new Date(8.64e15)): Promise<Lock[]> {
  const found = await tx.$queryRaw<{ id: string; at: Date; why: 'LAYER' | 'ITEMS' }[]>`
    select id, at, why from app.locked_entries(${caseId}::uuid, ${since}) where at < ${before}`
  return found.map((lock) => ({ ...lock, why: lock.why === 'LAYER' && !inside ? 'LAYER_PARTNER' : lock.why }))
}

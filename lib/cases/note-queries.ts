import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { mendable } from './note.ts'
import type { NoteView } from './view.ts'

interface Row {
  id: string
  authorId: string
  author: string
  agency: string
  kind: string
  body: string
  happenedAt: Date
  writtenAt: Date
  amendsId: string | null
  version: number
}

/** A note and what was added to it, the oldest first; null when there is none for this reader. */
export async function noteOf(tx: Tx, { officeId, staffId, locale }: Actor, caseId: string, id: string): Promise<NoteView | null> {
  if (!Id.safeParse(id).success) return null
  const en = locale === 'en'
  const rows = await tx.$queryRaw<Row[]>`
    select n.id, n.author_id as "authorId", case when ${en} then coalesce(s.name_en, s.name) else s.name end as author,
      case when ${en} then a.short_en else a.short_ko end as agency, n.kind, n.body, n.happened_at as "happenedAt", n.written_at as "writtenAt",
      n.amends_id as "amendsId", n.version
    from notes n
    join staff s on s.office_id = n.office_id and s.id = n.author_id
    join agencies a on a.office_id = n.office_id and a.id = n.agency_id
    where n.office_id = ${officeId}::uuid and n.case_id = ${caseId}::uuid and (n.id = ${id}::uuid or n.amends_id = ${id}::uuid)
    order by n.written_at, n.id`
  const note = rows.find((row) => row.id === id)
  return note ? { ...note, mendable: mendable(note, staffId, now()), addenda: rows.filter((row) => row.id !== id) } : null
}

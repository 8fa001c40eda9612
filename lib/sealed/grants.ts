import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { SealedKind } from './sealed.ts'

export interface ReporterGrant {
  id: string
  number: string | null
  asker: string
  askedById: string
  reason: string
  askedAt: Date
  answer: 'GRANTED' | 'REFUSED' | null
  answerer: string | null
  until: Date | null
}

/** One asking, for whoever decides on it, asked it, or looks after the record of access: never who reported. */
export async function grantOf(tx: Tx, actor: Actor, id: string): Promise<ReporterGrant | null> {
  if (!Id.safeParse(id).success) return null
  const { officeId, locale } = actor
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<ReporterGrant[]>`
    select g.id, coalesce(c.number, app.number_of(g.case_id)) as number, g.asked_by_id as "askedById", g.reason, g.asked_at as "askedAt", g.answer, g.until,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as asker, case when ${en} then coalesce(z.name_en, z.name) else z.name end as answerer
    from reporter_grants g join staff s on s.office_id = g.office_id and s.id = g.asked_by_id
    left join staff z on z.office_id = g.office_id and z.id = g.answered_by_id
    left join cases c on c.office_id = g.office_id and c.id = g.case_id
    where g.office_id = ${officeId}::uuid and g.id = ${id}::uuid`
  return row ?? null
}

export interface ReaderAsked {
  id: string
  number: string | null
  kind: SealedKind
  who: string
  agency: string
  asker: string
  reason: string
  askedAt: Date
  answer: 'GRANTED' | 'REFUSED' | null
  answerer: string | null
}

/** One request to name somebody of a private body outside, for whoever decides on it: of the record only its kind. */
export async function readerAsked(tx: Tx, { officeId, locale }: Actor, id: string): Promise<ReaderAsked | null> {
  if (!Id.safeParse(id).success) return null
  const en = locale === 'en'
  const [row] = await tx.$queryRaw<ReaderAsked[]>`
    select g.id, coalesce(c.number, app.number_of(g.case_id)) as number, x.kind, g.reason, g.asked_at as "askedAt", g.answer,
      case when ${en} then coalesce(w.name_en, w.name) else w.name end as who, case when ${en} then a.name_en else a.name_ko end as agency,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as asker, case when ${en} then coalesce(z.name_en, z.name) else z.name end as answerer
    from reader_grants g cross join lateral app.reader_asked(g.id) x
    join staff w on w.office_id = g.office_id and w.id = x.staff_id
    join agencies a on a.office_id = w.office_id and a.id = w.agency_id
    join staff s on s.office_id = g.office_id and s.id = g.asked_by_id
    left join staff z on z.office_id = g.office_id and z.id = g.answered_by_id
    left join cases c on c.office_id = g.office_id and c.id = g.case_id
    where g.office_id = ${officeId}::uuid and g.id = ${id}::uuid`
  return row ?? null
}

/** My own asking for a record that waits, or was answered last. */
export async function ownAsking(tx: Tx, { officeId, staffId }: Actor, recordId: string): Promise<{ answer: string | null; until: Date | null } | null> {
  return tx.reporterGrant.findFirst({ where: { officeId, recordId, askedById: staffId }, select: { answer: true, until: true }, orderBy: { askedAt: 'desc' } })
}

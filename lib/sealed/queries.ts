import { Id } from '#lib/core/id.ts'
import { readReporter } from '#lib/cases/reporter-text.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { audit } from '#lib/timeline/audit.ts'
import { unseal } from '#lib/core/ring-box.ts'
import type { Opening, SealedKind } from './sealed.ts'

export interface SealedLine {
  id: string
  kind: SealedKind
  at: Date
  by: string
  /** She wrote it. */
  mine: boolean
  /** She wrote it, and who reported. */
  withReporter: boolean
}

/** The sealed records of a case she is named for; to everybody else there are none. */
export async function sealedOf(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, caseId: string): Promise<SealedLine[]> {
  return tx.$queryRaw<SealedLine[]>`
    select r.id, r.kind, r.at, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by, r.mine, r.with_reporter as "withReporter"
    from app.sealed_of(${caseId}::uuid) r join staff s on s.office_id = ${officeId}::uuid and s.id = r.by_id order by r.at desc, r.id desc`
}

export interface NamedReader {
  id: string
  staffId: string
  name: string
  at: Date
  /** Of a private body outside: null while the second person has not answered; GRANTED: one of these is not needed, or there. */
  answer: 'GRANTED' | 'REFUSED' | null
  /** Her part in the case, and outside the circle what her agency may be told today, reach this record. */
  reaches: boolean
}

export interface SealedPage extends SealedLine {
  readers: NamedReader[]
  /** She opened it within the last minutes. */
  opened: boolean
  reporterOpened: boolean
  /** Null when not open, or when its key is gone. */
  content: string | null
  reporter: string | null
}

/** One record, opened as far as she opened it; null when there is none for her. What is shown is written down. */
export async function sealedPage(tx: Tx, actor: Actor, caseId: string, id: string): Promise<SealedPage | null> {
  if (!Id.safeParse(id).success) return null
  const { officeId, locale } = actor
  const line = (await sealedOf(tx, actor, caseId)).find((one) => one.id === id)
  if (!line) return null
  const [record, reporter, readers] = [
    await tx.sealedRecord.findFirst({ where: { officeId, id }, select: { box: true } }),
    await tx.sealedReporter.findFirst({ where: { officeId, recordId: id }, select: { box: true } }),
    await tx.$queryRaw<NamedReader[]>`
      select n.id, n.staff_id as "staffId", n.at, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as name,
        case when app.named_by_two(s.id) then (select g.answer from reader_grants g where g.office_id = n.office_id and g.reader_id = n.id) else 'GRANTED' end as answer,
        app.may_be_named(${caseId}::uuid, s.id, ${line.kind}) as reaches
      from sealed_readers n join staff s on s.office_id = n.office_id and s.id = n.staff_id
      where n.office_id = ${officeId}::uuid and n.record_id = ${id}::uuid and n.ended_at is null order by n.at, n.id`,
  ]
  if (record || reporter) await audit(tx, actor, 'sealed.read', { caseId, subjectId: id })
  const who = reporter && (await unseal('reporter', reporter.box, id))
  return {
    ...line,
    readers,
    opened: record !== null,
    reporterOpened: reporter !== null,
    content: record && (await unseal('content', record.box, id)),
    reporter: who && readReporter(who),
  }
}

export interface Nameable {
  id: string
  name: string
  agency: string
  /** Of a private body outside: a second person agrees. */
  byTwo: boolean
}

/** Who may be named for a record of this kind (null: of any): those of the team, outside the circle as far as their agency may be told, and the centre's own. */
export async function nameable(tx: Tx, { officeId, staffId, locale }: Actor, caseId: string, kind: SealedKind | null): Promise<Nameable[]> {
  const en = locale === 'en'
  return tx.$queryRaw<Nameable[]>`
    select s.id, case when ${en} then coalesce(s.name_en, s.name) else s.name end as name, case when ${en} then a.short_en else a.short_ko end as agency, app.named_by_two(s.id) as "byTwo"
    from staff s join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    where s.office_id = ${officeId}::uuid and s.left_at is null and s.id <> ${staffId}::uuid
      and (s.role in ('SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD') or s.id in (select m.staff_id from case_members m where m.office_id = ${officeId}::uuid and m.case_id = ${caseId}::uuid and m.ended_at is null))
      and app.may_be_named(${caseId}::uuid, s.id, ${kind}::text)
    order by 3, 2, 1`
}

export interface BrokenSeal {
  id: string
  at: Date
  who: string
  agency: string
  number: string
  what: Opening
  reason: string
}

/** The latest openings with their reasons, for the privacy officer; to everybody else there are none. */
export async function brokenSeals(tx: Tx, { officeId, locale }: Actor, most: number): Promise<BrokenSeal[]> {
  const en = locale === 'en'
  return tx.$queryRaw<BrokenSeal[]>`
    select o.id, o.at, case when ${en} then coalesce(s.name_en, s.name) else s.name end as who, case when ${en} then a.short_en else a.short_ko end as agency,
      o.number, o.what, o.reason
    from app.seals_broken(${most}::int) o
    join staff s on s.office_id = ${officeId}::uuid and s.id = o.staff_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    order by o.at desc, o.id desc`
}

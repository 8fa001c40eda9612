import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { CheckedHow, DocumentKind, DocumentLayer, DocumentState } from './document.ts'

export interface DocumentLine {
  id: string
  kind: DocumentKind
  layer: DocumentLayer
  domain: string
  linked: boolean
  name: string
  bytes: number
  state: DocumentState
  how: CheckedHow | null
  at: Date
  endedAt: Date | null
  by: string
  agency: string
  mine: boolean
}

/** The documents of a case that exist for the reader, the newest first. There is room for some dozens: all of them are shown. */
export async function documentsOf(tx: Tx, { officeId, staffId, locale }: Actor, caseId: string): Promise<DocumentLine[]> {
  const en = locale === 'en'
  return tx.$queryRaw<DocumentLine[]>`
    select d.id, d.kind, d.layer::text as layer, d.domain, d.linked, d.name, d.bytes, d.state, d.checked_how as how, d.at, d.ended_at as "endedAt",
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as by, case when ${en} then a.short_en else a.short_ko end as agency,
      d.uploaded_by_id = ${staffId}::uuid as mine
    from documents d
    join staff s on s.office_id = d.office_id and s.id = d.uploaded_by_id
    join agencies a on a.office_id = d.office_id and a.id = d.agency_id
    where d.office_id = ${officeId}::uuid and d.case_id = ${caseId}::uuid
    order by d.at desc, d.id desc limit 500`
}

export interface PaperLine {
  id: string
  name: string
  state: DocumentState
  at: Date
  by: string
}

/** The signed papers of a child's consents, the newest first, for whoever may write a consent down for her. */
export async function papersOf(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, studentId: string): Promise<PaperLine[]> {
  return tx.$queryRaw<PaperLine[]>`
    select d.id, d.name, d.state, d.at, case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as by
    from documents d join staff s on s.office_id = d.office_id and s.id = d.uploaded_by_id
    where d.office_id = ${officeId}::uuid and d.student_id = ${studentId}::uuid and d.case_id is null and d.ended_at is null order by d.at desc, d.id desc limit 50`
}

/** The largest file the office takes, in bytes; and whether files wait because nobody is set to scan them. */
export async function documentLimits(tx: Tx, { officeId }: Actor): Promise<{ most: number; scannedElsewhere: boolean }> {
  const office = await tx.office.findFirst({ where: { id: officeId }, select: { documentBytes: true, scannedElsewhere: true } })
  return { most: office?.documentBytes ?? 0, scannedElsewhere: office?.scannedElsewhere ?? false }
}

import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { ExportFormat, ExportState, ExportWhat } from './export.ts'
import { filtersOf, listedCases } from './listed.ts'

export interface ExportLine {
  id: string
  number: string
  what: ExportWhat
  format: ExportFormat
  reason: string
  rows: number
  state: ExportState
  by: string
  agency: string
  mine: boolean
  at: Date
  decidedBy: string | null
  decidedAt: Date | null
  expiresAt: Date | null
  /** Times it was downloaded, as far as the reader may know: for the privacy officer all, for others their own. */
  downloads: number
}

/** The latest exports that exist for the reader: her own; what waits for her to agree; for the privacy officer all of them. */
export async function exportsOf(tx: Tx, { officeId, staffId, locale }: Actor, one?: string): Promise<ExportLine[]> {
  const en = locale === 'en'
  const only = one !== undefined && Id.safeParse(one).success ? one : null
  if (one !== undefined && only === null) return []
  return tx.$queryRaw<ExportLine[]>`
    select x.id, x.number, x.what, x.format, x.reason, x.rows, x.state, case when ${en} then coalesce(s.name_en, s.name) else s.name end as by,
      case when ${en} then a.short_en else a.short_ko end as agency, x.requested_by_id = ${staffId}::uuid as mine, x.at,
      case when ${en} then coalesce(d.name_en, d.name) else d.name end as "decidedBy", x.decided_at as "decidedAt", x.expires_at as "expiresAt",
      (select count(*)::int from audit_entries e where e.office_id = x.office_id and e.staff_id = x.requested_by_id and e.at >= x.at and e.action = 'export.downloaded' and e.subject_id = x.id) as downloads
    from exports x
    join staff s on s.office_id = x.office_id and s.id = x.requested_by_id
    join agencies a on a.office_id = s.office_id and a.id = s.agency_id
    left join staff d on d.office_id = x.office_id and d.id = x.decided_by_id
    where x.office_id = ${officeId}::uuid and (${only}::uuid is null or x.id = ${only}::uuid)
    order by x.at desc, x.id desc limit 200`
}

/** How many cases a list has, up to one more than `most`; and how many may leave by one person's decision. */
export async function exportSize(tx: Tx, actor: Actor, filters: string, most: number): Promise<{ cases: number; alone: number; hours: number }> {
  const { exportRows, exportHours } = await tx.office.findFirstOrThrow({ where: { id: actor.officeId }, select: { exportRows: true, exportHours: true } })
  return { cases: (await listedCases(tx, actor, filtersOf(filters), most)).length, alone: exportRows, hours: exportHours }
}

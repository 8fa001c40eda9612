import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** One line of who did or looked at what: identifiers only, no content. */
export interface AccessLine {
  id: string
  at: Date
  who: string | null
  action: string
  /** The case's number where the reader may see the case. */
  caseNumber: string | null
  refused: boolean
}

/** The latest of one's own; for the privacy officer of the whole office. Row security decides which. */
export async function latestAccess(tx: Tx, { officeId, staffId, role, locale }: Actor, most: number): Promise<AccessLine[]> {
  const everyone = role === 'PRIVACY_OFFICER'
  return tx.$queryRaw<AccessLine[]>`
    select e.id, e.at, e.action, e.outcome <> 'done' as refused, c.number as "caseNumber",
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as who
    from (select * from audit_entries where office_id = ${officeId}::uuid and (${everyone} or staff_id = ${staffId}::uuid)
          order by id desc limit ${most}::int) e
    left join staff s on s.office_id = e.office_id and s.id = e.staff_id
    left join cases c on c.office_id = e.office_id and c.id = e.case_id
    order by e.at desc, e.id desc`
}

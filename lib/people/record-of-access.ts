import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** One line of who did or looked at what: identifiers only, no content. */
export interface AccessLine {
  id: string
  at: Date
  action: string
  /** The case's number where the reader may see the case. */
  caseNumber: string | null
  refused: boolean
}

/** The latest of one's own. */
export async function latestAccess(tx: Tx, { officeId, staffId }: Actor, most: number): Promise<AccessLine[]> {
  return tx.$queryRaw<AccessLine[]>`
    select e.id, e.at, e.action, e.outcome <> 'done' as refused, c.number as "caseNumber"
    from (select * from audit_entries where office_id = ${officeId}::uuid and staff_id = ${staffId}::uuid
          order by at desc, id desc limit ${most}::int) e
    left join cases c on c.office_id = e.office_id and c.id = e.case_id
    order by e.at desc, e.id desc`
}

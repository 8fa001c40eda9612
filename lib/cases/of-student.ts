import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { Level } from './level.ts'

export interface StudentCase {
  id: string
  number: string
  level: Level
  lead: string | null
  openedAt: Date
  closedAt: Date | null
}

/** The child's cases this reader may open, the latest first. */
export async function casesOfStudent(tx: Tx, { officeId, locale }: Actor, studentId: string): Promise<StudentCase[]> {
  return tx.$queryRaw<StudentCase[]>`
    select c.id, c.number, c.level, c.opened_at as "openedAt", c.closed_at as "closedAt",
      case when ${locale} = 'en' then coalesce(s.name_en, s.name) else s.name end as lead
    from cases c left join staff s on s.office_id = c.office_id and s.id = c.lead_id
    where c.office_id = ${officeId}::uuid and c.student_id = ${studentId}::uuid
    order by c.opened_at desc, c.id desc limit 50`
}

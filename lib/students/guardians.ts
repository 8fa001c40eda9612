import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

export interface GuardianLine {
  id: string
  name: string
  relation: string
  phone: string | null
  /** In which language to speak, when it is not Korean. */
  language: string | null
  /** Not to be told anything, as far as the reader may know. */
  quiet: boolean
}

/** Who brings the child up, for those to whom row security shows it; nobody for the others. */
export async function guardiansOf(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, studentId: string): Promise<GuardianLine[]> {
  return tx.$queryRaw<GuardianLine[]>`
    select g.id, g.name, l.relation, g.phone, nullif(g.language, 'ko') as language,
      exists (select from guardian_blocks b where b.office_id = l.office_id and b.student_id = l.student_id and b.ended_at is null and (b.guardian_id is null or b.guardian_id = l.guardian_id)) as quiet
    from guardian_links l join guardians g on g.office_id = l.office_id and g.id = l.guardian_id
    where l.office_id = ${officeId}::uuid and l.student_id = ${studentId}::uuid and l.ended_at is null
    order by g.name, g.id limit 10`
}

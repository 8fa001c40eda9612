import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { BlockCode } from './guardian-block.ts'

export interface BlockLine {
  id: string
  /** Null: every guardian. */
  guardianId: string | null
  name: string | null
  relation: string | null
  source: 'NAMED' | 'BASIS'
  setBy: string
  setAt: Date
  /** Null for whoever may not read why. */
  code: BlockCode | null
  reason: string | null
  endAskedById: string | null
  endAsker: string | null
  endReason: string | null
  endedBy: string | null
  endedAt: Date | null
  replaced: boolean
}

/** Every block of a child, those that stand first. Row security says whose, and who reads why. */
export async function blocksOf(tx: Tx, { officeId, locale }: Pick<Actor, 'officeId' | 'locale'>, studentId: string): Promise<BlockLine[]> {
  const en = locale === 'en'
  return tx.$queryRaw<BlockLine[]>`
    select b.id, b.guardian_id as "guardianId", g.name, b.relation, b.source, b.set_at as "setAt", b.replaced,
      case when ${en} then coalesce(s.name_en, s.name) else s.name end as "setBy", r.code, r.body as reason,
      b.end_asked_by_id as "endAskedById", case when ${en} then coalesce(e.name_en, e.name) else e.name end as "endAsker",
      (select x.body from guardian_block_reasons x where x.office_id = b.office_id and x.block_id = b.id and x.part = 'END' and x.by_id = b.end_asked_by_id
        order by x.at desc limit 1) as "endReason",
      case when ${en} then coalesce(z.name_en, z.name) else z.name end as "endedBy", b.ended_at as "endedAt"
    from guardian_blocks b
    join staff s on s.office_id = b.office_id and s.id = b.set_by_id
    left join staff e on e.office_id = b.office_id and e.id = b.end_asked_by_id
    left join staff z on z.office_id = b.office_id and z.id = b.ended_by_id
    left join guardians g on g.office_id = b.office_id and g.id = b.guardian_id
    left join guardian_block_reasons r on r.office_id = b.office_id and r.block_id = b.id and r.part = 'SET'
    where b.office_id = ${officeId}::uuid and b.student_id = ${studentId}::uuid
    order by b.ended_at is not null, b.set_at desc, b.id`
}

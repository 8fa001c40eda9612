import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { sql, type Sql } from '#lib/core/sql.ts'
import type { Quiet } from './guardian-block.ts'

/** A child, and who of its guardians would be told; null: whoever it reaches. */
interface Reached {
  studentId: string
  guardianId: string | null
}

/**
 * Whether something may not be asked of, written to or printed for this guardian. Asked before anything a guardian would
 * read is made, and again before it is shown. Who does not see the child is told yes. A table of such rows has the
 * trigger `app.refuse_blocked_guardian` too (prisma/policies/255-guardians.sql).
 */
export async function guardianBlocked(tx: Tx, _actor: Pick<Actor, 'officeId'>, { studentId, guardianId }: Reached): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ blocked: boolean }[]>`select app.guardian_blocked(${studentId}::uuid, ${guardianId}::uuid) as blocked`
  return row?.blocked ?? true
}

/** Refuses with the reason when that guardian is not told. */
export async function refuseBlockedGuardian(tx: Tx, actor: Pick<Actor, 'officeId'>, reached: Reached): Promise<void> {
  if (await guardianBlocked(tx, actor, reached)) throw new NotNow('sharing.refusal.guardianBlocked')
}

/** Who of a child's guardians is not told, as far as its reader may know; null: there is nobody to keep it from. One column of a statement. */
export const quietSql = (officeId: string, student: Sql): Sql => sql`
  (select jsonb_build_object('all', app.nobody_to_tell(${student}), 'whom',
      coalesce(jsonb_agg(jsonb_build_object('relation', b.relation, 'name', g.name) order by b.set_at) filter (where b.guardian_id is not null), '[]'))
    from guardian_blocks b left join guardians g on g.office_id = b.office_id and g.id = b.guardian_id
    where b.office_id = ${officeId}::uuid and b.student_id = ${student} and b.ended_at is null having count(*) > 0)`

const Row = z.object({ all: z.boolean(), whom: z.array(z.object({ relation: z.string().nullable(), name: z.string().nullable() })) }).nullable()

/** That column as it came. */
export const quietFrom = (value: unknown): Quiet | null => Row.parse(value)

export async function quietOf(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, studentId: string): Promise<Quiet | null> {
  const [row] = await tx.$queryRaw<{ quiet: unknown }[]>`select ${quietSql(officeId, sql`${studentId}::uuid`)} as quiet`
  return quietFrom(row?.quiet ?? null)
}

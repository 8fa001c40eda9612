import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { AccessReason } from '#prisma/generated/enums.ts'
import type { InterventionRow } from './move-intervention.ts'

interface Taker {
  /** Null: there is no ground today. */
  reason: AccessReason | null
  conflicted: boolean
  already: boolean
}

/**
 * Whoever gives help sees the case: makes the row that lets somebody of the asked agency in, on the ground that stands
 * today and covers what was asked. `field` is where to point when it cannot be.
 */
export async function letTakerIn(tx: Tx, actor: Actor, { id, caseId, agencyId }: InterventionRow, staffId: string, field?: string): Promise<void> {
  const [taker] = await tx.$queryRaw<Taker[]>`select reason, conflicted, already from app.taker_of(${id}::uuid, ${staffId}::uuid)`
  if (!taker) throw new Invalid('interventions.refusal.notOfAgency', field)
  if (taker.conflicted) throw new Invalid('interventions.refusal.conflicted', field)
  if (!taker.reason) throw new Invalid('interventions.refusal.groundEnded', field)
  if (taker.already) return

  await tx.caseMember.createMany({
    data: [{ id: newId(), officeId: actor.officeId, caseId, staffId, agencyId, relation: 'MEMBER', reason: taker.reason, since: now(), addedById: actor.staffId }],
  })
  await record(tx, actor, { type: 'case.member-added', caseId, data: { staffId, relation: 'MEMBER' } })
}

/** They look after all cases of their school or office and need no row to see this one. */
export const seesAnyway = ({ role, inside }: Pick<Actor, 'role' | 'inside'>): boolean =>
  inside && (role === 'SCHOOL_LEAD' || role === 'COORDINATOR' || role === 'OFFICE_LEAD')

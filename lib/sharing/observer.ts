import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { NotAllowed } from '#lib/core/refusal.ts'

/** Whoever was let in to look lets nobody else in. To take something back is open to her: it closes, and opens nothing. */
export async function refuseObserver(tx: Tx, actor: Actor, ofCase: { caseId: string } | { studentId: string }): Promise<void> {
  if (may(actor, 'case.confirm')) return
  const { officeId, staffId } = actor
  const where = 'caseId' in ofCase ? { caseId: ofCase.caseId } : { case: { studentId: ofCase.studentId, closedAt: null } }
  const looks = await tx.caseMember.count({ where: { officeId, staffId, relation: 'OBSERVER', endedAt: null, ...where } })
  if (looks > 0) throw new NotAllowed('sharing.refusal.observer')
}

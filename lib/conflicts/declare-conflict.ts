import { must } from '#lib/access/policy.ts'
import { caseOf } from '#lib/cases/move-case.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { DeclareConflict } from './conflict.ts'

/**
 * Says that somebody is bound up with a child: herself, or, for the centre, anybody of the office. From the next request
 * on that person sees nothing of the child, whatever her role. The centre hears of it (prisma/policies/270-conflicts.sql).
 */
export async function declareConflict(actor: Actor, { caseId, staffId }: DeclareConflict): Promise<string> {
  const own = !staffId || staffId === actor.staffId
  must(actor, own ? 'conflict.declare' : 'conflict.name')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const { studentId } = await caseOf(tx, actor, caseId)
    const who = own ? actor.staffId : staffId
    if (!own && (await tx.staff.count({ where: { officeId, id: who, leftAt: null } })) === 0) throw new Invalid('core.refusal.foreign', 'staffId')
    // Written down first: afterwards the case exists for her no more.
    await audit(tx, actor, own ? 'conflict.declared' : 'conflict.named', { caseId, subjectId: who })
    await tx.conflict.createMany({ data: [{ id: newId(), officeId, staffId: who, studentId, how: own ? 'DECLARED' : 'NAMED', declaredBy: actor.staffId, declaredAt: now() }] })
    return own ? '/' : `/cases/${caseId}/conflict`
  })
}

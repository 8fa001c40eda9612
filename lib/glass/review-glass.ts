import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { ReviewGlass } from './glass.ts'

/** Somebody outside the team says whether it was justified: once, and never of her own. */
export async function reviewGlass(actor: Actor, { id, outcome, remark }: ReviewGlass): Promise<string> {
  must(actor, 'glass.review')
  refuseRegistrationNumber(remark, 'remark')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.breakGlass.findFirst({ where: { officeId, id }, select: { staffId: true, caseId: true, reviewedAt: true } })
    if (!found) throw new NotFound()
    if (found.staffId === staffId) throw new NotAllowed('glass.refusal.ownReview')
    if (found.reviewedAt) throw new NotNow('core.refusal.faster')
    const { count } = await tx.breakGlass.updateMany({ where: { officeId, id, reviewedAt: null }, data: { outcome, remark, reviewedById: staffId, reviewedAt: now() } })
    if (count === 0) throw new NotAllowed('glass.refusal.team')
    await audit(tx, actor, 'case.glass-reviewed', { caseId: found.caseId, subjectId: id })
    return `/glass/${id}`
  })
}

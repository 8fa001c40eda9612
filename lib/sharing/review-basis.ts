import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { reviewDue, type ReviewBasis } from './basis.ts'

/** Somebody else than who recorded it says whether a basis is still needed: it is looked at again, or ends. */
export async function reviewBasis(actor: Actor, { basisId, outcome, remark }: ReviewBasis): Promise<string> {
  must(actor, 'basis.review')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const at = now()
    const found = await tx.lawfulBasis.findFirst({ where: { officeId, id: basisId } })
    if (!found) throw new NotFound()
    const { caseId, recipientId, recordedById, kind, validUntil } = found
    if (recordedById === staffId) throw new NotAllowed('sharing.refusal.ownBasis')
    if (found.endedAt || validUntil <= at) throw new NotNow('sharing.ending.cannot')
    await tx.basisReview.createMany({ data: [{ id: newId(), officeId, basisId, caseId, outcome, remark, byId: staffId, at }] })
    const data = outcome === 'END' ? { endedAt: at } : { reviewDueAt: reviewDue(kind, at, validUntil) }
    const { count } = await tx.lawfulBasis.updateMany({ where: { officeId, id: basisId, endedAt: null, reviewDueAt: found.reviewDueAt }, data })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await record(tx, actor, { type: outcome === 'END' ? 'basis.ended' : 'basis.reviewed', caseId, data: { recipientId } })
    return `/cases/${caseId}/sharing`
  })
}

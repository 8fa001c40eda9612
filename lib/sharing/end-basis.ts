import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { EndBasis } from './basis.ts'

/** Ends a basis before its time. From the next request on the recipient is told nothing on this ground. */
export async function endBasis(actor: Actor, { basisId }: EndBasis): Promise<string> {
  must(actor, 'basis.end')

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = await tx.lawfulBasis.findFirst({ where: { officeId, id: basisId } })
    if (!found) throw new NotFound()
    const { count } = await tx.lawfulBasis.updateMany({ where: { officeId, id: basisId, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await record(tx, actor, { type: 'basis.ended', caseId: found.caseId, data: { recipientId: found.recipientId } })
    return `/cases/${found.caseId}/sharing`
  })
}

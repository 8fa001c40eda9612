import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { EndGlass } from './glass.ts'

/** She has read enough: nothing of it is open to her from the next request on. */
export async function endGlass(actor: Actor, { caseId }: EndGlass): Promise<string> {
  must(actor, 'glass.break')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { count } = await tx.breakGlass.updateMany({ where: { officeId, caseId, staffId, endedAt: null, until: { gt: now() } }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('glass.refusal.over')
    await audit(tx, actor, 'case.glass-ended', { caseId })
    return '/'
  })
}

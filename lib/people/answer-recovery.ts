import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { AnswerRecovery } from './recovery.ts'

/** The second of two, who leads the person, has spoken to her and agrees: then a letter goes to her, and to nobody else. Or it stays as it was. */
export async function answerRecovery(actor: Actor, { recoveryId, answer }: AnswerRecovery): Promise<string> {
  must(actor, 'account.vouch')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.accountRecovery.findFirst({ where: { officeId, id: recoveryId }, select: { staffId: true, askedById: true, answer: true } })
    if (!found) throw new NotFound()
    if (found.staffId === staffId || found.askedById === staffId) throw new NotAllowed('recovery.own')
    const { count } = await tx.accountRecovery.updateMany({ where: { officeId, id: recoveryId, answer: null }, data: { answer, answeredById: staffId, answeredAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, answer === 'AGREED' ? 'account.recovery-agreed' : 'account.recovery-refused', { subjectId: found.staffId })
    return `/recoveries/${recoveryId}`
  })
}

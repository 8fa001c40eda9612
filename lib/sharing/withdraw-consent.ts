import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import type { WithdrawConsent } from './consent.ts'
import { oneAtATime, tellOfConsent, toldLess } from './tell.ts'

/**
 * Takes a consent back, with whatever the same person granted the same recipient for later. The next request of the
 * recipient finds nothing; its memberships stay as rows, for the record of who could see what until when.
 */
export async function withdrawConsent(actor: Actor, { consentId, how }: WithdrawConsent): Promise<string> {
  must(actor, 'consent.withdraw')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.consent.findFirst({ where: { officeId, id: consentId } })
    if (!found) throw new NotFound()
    const { studentId, subject, guardianId, recipientId } = found
    await oneAtATime(tx, studentId, recipientId)
    const standing = { withdrawnAt: null, OR: [{ supersededAt: null }, { supersededAt: { gt: now() } }] }
    const { count } = await tx.consent.updateMany({
      where: { officeId, studentId, subject, guardianId, recipientId, state: 'GRANTED', ...standing },
      data: { withdrawnAt: now(), withdrawnById: staffId, withdrawnHow: how },
    })
    if (count === 0) throw new NotNow('sharing.refusal.nothingToWithdraw')
    const path = await tellOfConsent(tx, actor, { studentId, consentId }, { type: 'consent.withdrawn', data: { recipientId, subject } })
    return toldLess(tx, actor, path, recipientId)
  })
}

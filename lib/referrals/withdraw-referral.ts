import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { WithdrawReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { tell } from '#lib/notices/tell.ts'

/** Taken back by the one who referred, before it was decided. Not once another's concern has joined it: the database says no. */
export async function withdrawReferral(actor: Actor, { referralId, version, reason }: WithdrawReferral): Promise<string> {
  must(actor, 'referral.withdraw')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    await moveReferral(tx, actor, 'withdraw', referral, { version, decision: { reason } })
    await record(tx, actor, { type: 'referral.withdrawn', referralId, data: {} })
    await tell(tx, actor, { kind: 'referral.withdrawn', path: `/referrals/${referralId}`, staffId: referral.inChargeId, agencyId: referral.responsibleAgencyId })
    return `/referrals/${referralId}`
  })
}

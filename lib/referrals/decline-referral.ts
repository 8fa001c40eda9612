import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { DeclineReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { tell } from '#lib/notices/tell.ts'

/** Not selected: with the reason the Act asks for (§10⑤), and with what happens instead. */
export async function declineReferral(actor: Actor, { referralId, version, reasonCode, reason, fallback }: DeclineReferral): Promise<string> {
  must(actor, 'referral.decline')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    await moveReferral(tx, actor, 'decline', referral, { version, set: { inChargeId: actor.staffId }, decision: { reasonCode, reason, fallback } })
    await record(tx, actor, { type: 'referral.declined', referralId, data: { reasonCode } })
    await tell(tx, actor, { kind: 'referral.decided', path: `/referrals/${referralId}`, staffId: referral.applicantId })
    return `/referrals/${referralId}`
  })
}

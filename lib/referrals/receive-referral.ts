import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { ReceiveReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'

/** "I have it": whoever receives is in charge from now on. Pressed again by the same person it changes nothing. */
export async function receiveReferral(actor: Actor, { referralId, version }: ReceiveReferral): Promise<string> {
  must(actor, 'referral.triage')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    if (referral.state === 'RECEIVED' && referral.inChargeId === actor.staffId) return `/referrals/${referralId}`
    const next = referral.kind === 'NOTICE' ? 'CONVERT' : 'TRIAGE'
    // The centre that takes over what a school sent on, or steps in, becomes responsible.
    await moveReferral(tx, actor, 'receive', referral, { version, next, set: { inChargeId: actor.staffId, responsibleAgencyId: actor.agencyId } })
    await record(tx, actor, { type: 'referral.received', referralId, data: {} })
    return `/referrals/${referralId}`
  })
}

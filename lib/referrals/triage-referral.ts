import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { TriageReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'

/** How urgent is it really? From here on the clock of the decision runs. */
export async function triageReferral(actor: Actor, { referralId, version, urgency, reason }: TriageReferral): Promise<string> {
  must(actor, 'referral.triage')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    await moveReferral(tx, actor, 'triage', referral, {
      version, urgency, next: 'DECIDE', set: { inChargeId: actor.staffId, responsibleAgencyId: actor.agencyId }, decision: { reasonCode: urgency, reason },
    })
    await record(tx, actor, { type: 'referral.triaged', referralId, data: { urgency } })
    return `/referrals/${referralId}`
  })
}

import { must } from '#lib/access/policy.ts'
import { officeCentre } from '#lib/agencies/queries.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { PassReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { tell } from '#lib/notices/tell.ts'

/** The school asks the education office to select and support (Act §10④); from now on it is the centre's turn. */
export async function passReferral(actor: Actor, { referralId, version, reason, done }: PassReferral): Promise<string> {
  must(actor, 'referral.pass')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    const centre = await officeCentre(tx, actor)
    if (!centre) throw new NotNow('referrals.refusal.noCentre')
    await moveReferral(tx, actor, 'pass', referral, {
      // Form F2 asks what the school has done already.
      version, next: 'DECIDE', set: { responsibleAgencyId: centre.id, inChargeId: null }, decision: { reason, ...(done && { fallback: done }) },
    })
    await record(tx, actor, { type: 'referral.passed', referralId, data: {} })
    await tell(tx, actor, { kind: 'referral.passed', path: `/referrals/${referralId}`, agencyId: centre.id })
    return `/referrals/${referralId}`
  })
}

import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { AskMore } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { tell } from '#lib/notices/tell.ts'

/** Asks the one who referred; it is her turn until she answers. */
export async function askMore(actor: Actor, { referralId, version, question }: AskMore): Promise<string> {
  must(actor, 'referral.ask')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    await moveReferral(tx, actor, 'ask', referral, {
      version, next: 'ANSWER', decision: { reason: question },
      set: { question, answer: null, inChargeId: actor.staffId, responsibleAgencyId: actor.agencyId },
    })
    await record(tx, actor, { type: 'referral.asked', referralId, data: {} })
    await tell(tx, actor, { kind: 'referral.asked', path: `/referrals/${referralId}/answer`, staffId: referral.applicantId })
    return `/referrals/${referralId}`
  })
}

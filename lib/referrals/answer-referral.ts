import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import type { AnswerReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { tell } from '#lib/notices/tell.ts'

/** The one who referred says more; it is the decider's turn again. */
export async function answerReferral(actor: Actor, { referralId, version, answer }: AnswerReferral): Promise<string> {
  must(actor, 'referral.answer')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    const next = referral.kind === 'NOTICE' ? 'CONVERT' : 'TRIAGE'
    await moveReferral(tx, actor, 'answer', referral, { version, next, set: { answer }, decision: { reason: answer } })
    await record(tx, actor, { type: 'referral.answered', referralId, data: {} })
    await tell(tx, actor, { kind: 'referral.answered', path: `/referrals/${referralId}`, staffId: referral.inChargeId, agencyId: referral.responsibleAgencyId })
    return `/referrals/${referralId}`
  })
}

import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { AttachReferral } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'
import { openWork } from './open-work.ts'
import { tell } from '#lib/notices/tell.ts'

/** The child has an open case by now: the referral and all that happened to it become part of it. */
export async function attachReferral(actor: Actor, { referralId, version }: AttachReferral): Promise<string> {
  must(actor, 'referral.attach')

  return asActor(actor, async (tx) => {
    const referral = await referralFor(tx, actor, referralId)
    const open = referral.studentId ? await openWork(tx, referral.studentId) : null
    if (open?.kind !== 'CASE') throw new NotNow('referrals.refusal.noOpenCase')
    await moveReferral(tx, actor, 'attach', referral, { version, set: { attachedCaseId: open.id, inChargeId: actor.staffId } })
    await record(tx, actor, { type: 'referral.attached', referralId, caseId: open.id, data: {} })
    await tell(tx, actor, { kind: 'referral.joined', path: `/cases/${open.id}`, caseId: open.id })
    return `/referrals/${referralId}`
  })
}

import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { record } from '#lib/timeline/record.ts'
import { fileRequest } from './file-request.ts'
import type { ConvertNotice } from './inputs.ts'
import { moveReferral, referralFor } from './move-referral.ts'

/** A school user knows the child a partner spoke of and makes the application of Act §10② out of the notice. */
export async function convertNotice(actor: Actor, { referralId, version, studentId }: ConvertNotice): Promise<string> {
  must(actor, 'referral.convert')

  return asActor(actor, async (tx) => {
    const notice = await referralFor(tx, actor, referralId)
    const { concerns, sentence, urgency, wishes } = notice
    const requestId = await fileRequest(tx, actor, {
      studentId, concerns, sentence, urgency, wishes, relation: actor.jobTitle, requestedBy: 'STAFF', basics: { welfare: [], family: [], status: [] },
    })
    // The notice does not learn which child it was: its writer may see the notice, but not that.
    await moveReferral(tx, actor, 'convert', notice, { version, set: { convertedToId: requestId } })
    await record(tx, actor, { type: 'referral.converted', referralId, data: {} })
    return `/referrals/${requestId}`
  })
}

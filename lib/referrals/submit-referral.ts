import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { dropDraft } from '#lib/drafts/drafts.ts'
import { fileRequest } from './file-request.ts'
import { urgencyOf, type SubmitReferral } from './inputs.ts'

/** A teacher's worry about a pupil, in a minute. What she had saved while writing goes in the same moment. */
export async function submitReferral(actor: Actor, input: SubmitReferral): Promise<string> {
  must(actor, 'referral.submit')
  const { studentId, welfare, family, status, requestedBy = 'STAFF', ...rest } = input
  const urgency = urgencyOf(input)
  if (!urgency) throw new Invalid('core.field.choose', 'urgency')

  return asActor(actor, async (tx) => {
    const id = await fileRequest(tx, actor, { ...rest, studentId, urgency, requestedBy, basics: { welfare, family, status } })
    await dropDraft(tx, actor, { kind: 'referral', subject: studentId })
    return `/referrals/${id}`
  })
}

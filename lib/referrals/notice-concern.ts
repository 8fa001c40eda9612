import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { dropDraft } from '#lib/drafts/drafts.ts'
import { record } from '#lib/timeline/record.ts'
import { gravest } from './concerns.ts'
import { dueBy } from './due.ts'
import { nextNumber } from './file-request.ts'
import { urgencyOf, type NoticeConcern } from './inputs.ts'
import { receiverOf } from './receiver.ts'
import { tell } from '#lib/notices/tell.ts'

/**
 * An agency outside the circle tells a school of a child it worries about. The Act names only pupils, guardians and school
 * staff as those who may apply (§10②), so a school user makes the application out of it. The agency looks nobody up.
 */
export async function noticeConcern(actor: Actor, input: NoticeConcern): Promise<string> {
  must(actor, 'referral.notify')
  const urgency = urgencyOf(input)
  if (!urgency) throw new Invalid('core.field.choose', 'urgency')

  return asActor(actor, async (tx) => {
    const child = await childOf(tx, actor, input)
    const receiver = await receiverOf(tx, actor, child.schoolId)
    const id = newId()
    await tx.referral.createMany({
      data: [{
        id, officeId: actor.officeId, number: await nextNumber(tx), kind: 'NOTICE', state: 'SUBMITTED', urgency, ...child,
        applicantId: actor.staffId, applicantRelation: actor.agencyName, concerns: input.concerns, sentence: input.sentence, submittedAt: now(),
        responsibleAgencyId: child.schoolId, inChargeId: receiver?.id ?? null, nextAction: 'CONVERT', dueAt: dueBy('CONVERT', urgency, now()),
      }],
    })
    await record(tx, actor, { type: 'referral.noticed', referralId: id, domain: gravest(input.concerns).domain, data: {} })
    await tell(tx, actor, { kind: 'referral.noticed', path: `/referrals/${id}`, staffId: receiver?.id, agencyId: child.schoolId })
    await dropDraft(tx, actor, { kind: 'notice', subject: 'new' })
    return `/referrals/${id}`
  })
}

/** A child of a case the agency works on, by choice; else the school and words. Nothing here tells whether a child exists. */
async function childOf(tx: Tx, { officeId }: Actor, { studentId, schoolId, describedChild }: NoticeConcern) {
  if (studentId) {
    const student = await tx.student.findFirst({ where: { officeId, id: studentId }, select: { id: true, schoolId: true } })
    if (!student) throw new Invalid('core.refusal.foreign', 'studentId')
    return { studentId: student.id, schoolId: student.schoolId, describedChild: null }
  }
  if (!schoolId) throw new Invalid('core.field.choose', 'schoolId')
  if (describedChild === '') throw new Invalid('core.field.required', 'describedChild')
  const school = await tx.agency.findFirst({ where: { officeId, id: schoolId, kind: 'SCHOOL', endedAt: null }, select: { id: true } })
  if (!school) throw new Invalid('core.refusal.foreign', 'schoolId')
  return { studentId: null, schoolId, describedChild }
}

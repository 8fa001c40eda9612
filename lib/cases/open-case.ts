import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { ChosenId, Id, newId } from '#lib/core/id.ts'
import { Many } from '#lib/core/input.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { moveReferral, referralFor } from '#lib/referrals/move-referral.ts'
import { openStates } from '#lib/referrals/referral.ts'
import { record } from '#lib/timeline/record.ts'
import { isoDay } from '#lib/words/days.ts'
import { levelDecision, levelFields } from './assessment.ts'
import { caseNumber } from './case.ts'
import { letIn, workingStaff } from './let-in.ts'
import { domainsOf } from './level.ts'
import { tellTeam } from './tell-team.ts'
import { turnFields, turnOf } from './turn.ts'

export const OpenCase = z.object({
  /** Either the referral the case grows out of, or the student alone. */
  referralId: Id.optional(),
  studentId: Id.optional(),
  ...levelFields,
  leadId: ChosenId,
  /** Others of school and office who work on it from the start. */
  memberIds: Many(Id),
  ...turnFields,
})
export type OpenCase = z.output<typeof OpenCase>

/** Opens a case: number, level, lead, next step and whose turn it is, all at once. */
export async function openCase(actor: Actor, input: OpenCase): Promise<string> {
  must(actor, 'case.open')
  const level = levelDecision(input)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const referral = input.referralId ? await referralFor(tx, actor, input.referralId) : null
    const student = await studentOf(tx, actor, referral ? referral.studentId : input.studentId, input.referralId)
    const caseId = newId()
    const lead = await workingStaff(tx, actor, input.leadId, 'leadId')
    const number = await nextNumber(tx)

    await tx.case.createMany({
      data: [{
        id: caseId, officeId, number, studentId: student.id, schoolId: student.schoolId,
        level: level.decided, domains: domainsOf(level.ratings), leadId: input.leadId, leadAgencyId: lead.agencyId,
        ...(await turnOf(tx, actor, input)), openedAt: now(), lastEventAt: now(),
      }],
    })
    await letIn(tx, actor, caseId, { staffId: input.leadId, relation: 'LEAD', field: 'leadId' })
    for (const memberId of new Set(input.memberIds)) {
      if (memberId !== input.leadId) await letIn(tx, actor, caseId, { staffId: memberId, relation: 'MEMBER', field: 'memberIds' })
    }
    await tx.caseLevel.createMany({
      data: [{ id: newId(), officeId, caseId, ...level, redFlags: [...level.redFlags], aggravators: [...level.aggravators], byId: staffId, at: now() }],
    })
    // The child is selected: the referral ends here, and what happened to it goes on in the case.
    if (referral) await moveReferral(tx, actor, 'select', referral, { set: { attachedCaseId: caseId } })
    await record(tx, actor, {
      type: 'case.opened', caseId, referralId: referral?.id, layer: 'EXISTENCE',
      data: { number, level: level.decided, leadId: input.leadId },
    })
    await tellTeam(tx, actor, caseId, [input.leadId, ...input.memberIds])
    return `/cases/${caseId}`
  })
}

/** The child, who must not have an open case already: two teams around one child would not know of each other. */
async function studentOf(tx: Tx, actor: Actor, id: string | null | undefined, referralId: string | undefined) {
  const { officeId } = actor
  if (id === null) throw new NotNow('cases.refusal.noticeFirst')
  const student = id && (await tx.student.findFirst({ where: { officeId, id, leftAt: null }, select: { id: true, schoolId: true } }))
  if (!student) throw new NotFound()
  // Somebody who refers or opens at the same moment waits here and then finds this one (lib/referrals/file-request.ts).
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${student.id}, 0))`
  const open = await tx.case.findFirst({ where: { officeId, studentId: student.id, closedAt: null }, select: { number: true } })
  if (open) throw new NotNow('cases.refusal.alreadyOpen', { number: open.number })
  const waiting = referralId === undefined && (await openReferralOf(tx, actor, student.id))
  if (waiting) throw new NotNow('cases.refusal.referralOpen', { number: waiting.number })
  return student
}

/** The child's application that nobody has decided yet: a case beside it would leave whoever referred without an answer. */
export async function openReferralOf(tx: Tx, { officeId }: Pick<Actor, 'officeId'>, studentId: string) {
  return tx.referral.findFirst({ where: { officeId, studentId, kind: 'REQUEST', state: { in: [...openStates] } }, select: { id: true, number: true } })
}

async function nextNumber(tx: Tx): Promise<string> {
  const year = Number(isoDay(now()).slice(0, 4))
  const [count] = await tx.$queryRaw<{ next: number }[]>`select app.next_number(${`case-${year}`}) as next`
  return caseNumber(year, count?.next ?? 1)
}

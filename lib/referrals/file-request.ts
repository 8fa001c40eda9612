import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotFound } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { isoDay } from '#lib/words/days.ts'
import type { Basics } from './basics.ts'
import { gravest } from './concerns.ts'
import { dueBy } from './due.ts'
import { openWork, type OpenWork } from './open-work.ts'
import { receiverOf } from './receiver.ts'
import { referralNumber, type Requester, type Urgency } from './referral.ts'
import { tell } from '#lib/notices/tell.ts'

interface Request {
  studentId: string
  concerns: string[]
  sentence: string
  urgency: Urgency
  relation: string
  requestedBy: Requester
  wishes: string
  basics: Basics
}

/**
 * The application of Act §10②. When somebody is already on it, it joins what is open instead of standing beside it: an
 * open case takes it in, an open referral keeps it as a second voice that the decider reads together with the first.
 */
export async function fileRequest(tx: Tx, actor: Actor, request: Request): Promise<string> {
  const { officeId } = actor
  const student = await tx.student.findFirst({ where: { officeId, id: request.studentId }, select: { id: true, schoolId: true } })
  if (!student) throw new NotFound()

  // Two colleagues at the same moment: the second waits here and then finds the first.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${student.id}, 0))`
  const open = await openWork(tx, student.id)
  const id = newId()
  const { studentId, concerns, sentence, urgency, wishes, basics, requestedBy } = request
  await tx.referral.createMany({
    data: [{
      id, officeId, number: await nextNumber(tx), kind: 'REQUEST', urgency, schoolId: student.schoolId, studentId, applicantId: actor.staffId,
      applicantRelation: request.relation || actor.jobTitle, requestedBy, concerns, sentence, wishes, basics, submittedAt: now(),
      ...(open ? joining(open) : await fresh(tx, actor, student.schoolId, urgency)),
    }],
  })
  await announce(tx, actor, id, student.schoolId, open, request)
  return id
}

function joining(open: OpenWork) {
  return open.kind === 'CASE' ? { state: 'ATTACHED' as const, attachedCaseId: open.id } : { state: 'DUPLICATE' as const, duplicateOfId: open.id }
}

async function fresh(tx: Tx, actor: Actor, schoolId: string, urgency: Urgency) {
  const receiver = await receiverOf(tx, actor, schoolId)
  return { state: 'SUBMITTED' as const, responsibleAgencyId: schoolId, inChargeId: receiver?.id ?? null, nextAction: 'RECEIVE', dueAt: dueBy('RECEIVE', urgency, now()) }
}

async function announce(tx: Tx, actor: Actor, id: string, schoolId: string, open: OpenWork | null, { urgency, concerns }: Request) {
  const seen = gravest(concerns)
  if (!open) {
    await record(tx, actor, { type: 'referral.submitted', referralId: id, domain: seen.domain, data: { urgency, concerns: seen.concerns } })
    const receiver = await receiverOf(tx, actor, schoolId)
    return tell(tx, actor, { kind: 'referral.submitted', path: `/referrals/${id}`, staffId: receiver?.id, agencyId: schoolId })
  }
  const caseId = open.kind === 'CASE' ? open.id : undefined
  await record(tx, actor, { type: 'referral.joined', referralId: id, caseId, domain: seen.domain, data: { concerns: seen.concerns } })
  return caseId
    ? tell(tx, actor, { kind: 'referral.joined', path: `/cases/${caseId}`, caseId })
    : tell(tx, actor, { kind: 'referral.joined', path: `/referrals/${open.id}`, agencyId: schoolId })
}

export async function nextNumber(tx: Tx): Promise<string> {
  const year = Number(isoDay(now()).slice(0, 4))
  const [row] = await tx.$queryRaw<{ count: number }[]>`select app.next_number(${`referral-${year}`}) as count`
  return referralNumber(year, row?.count ?? 0)
}

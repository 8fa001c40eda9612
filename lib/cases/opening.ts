import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import type { ChoiceGroup } from '#lib/people/choices.ts'
import { obstacle, type Obstacle } from '#lib/referrals/obstacle.ts'
import { referralPage } from '#lib/referrals/queries.ts'
import type { ReferralPage } from '#lib/referrals/view.ts'
import { studentHead, type StudentHead } from '#lib/students/queries.ts'
import { teamChoices, waitsChoices, type WaitsChoices } from './choices.ts'
import { openReferralOf } from './open-case.ts'

/** What the page that opens a case finds: all it needs, or what stands in the way and where it goes on. */
export type Opening =
  | { kind: 'NOBODY' }
  | { kind: 'CASE'; student: StudentHead; caseId: string; number: string }
  | { kind: 'REFERRAL'; student: StudentHead; referralId: string; number: string }
  | { kind: 'OBSTACLE'; why: Obstacle; referralId: string; number: string }
  | { kind: 'READY'; student: StudentHead; referral: ReferralPage | null; team: ChoiceGroup[]; waits: WaitsChoices }

/** Null: there is no such referral or child for this reader. */
export async function openingOf(tx: Tx, actor: Actor, asked: Record<string, unknown>): Promise<Opening | null> {
  const query = Asked.safeParse(asked)
  if (!query.success) return null
  const { referral, student } = query.data
  if (referral) return fromReferral(tx, actor, referral)
  return student ? ofStudent(tx, actor, student, null) : { kind: 'NOBODY' }
}

const Asked = z.object({ referral: Id.optional(), student: Id.optional() })

async function fromReferral(tx: Tx, actor: Actor, id: string): Promise<Opening | null> {
  const page = await referralPage(tx, actor, id)
  if (!page || page.referral.reach !== 'FULL') return null
  const { referral } = page
  const why = obstacle('select', referral, actor)
  if (why) return { kind: 'OBSTACLE', why, referralId: id, number: referral.number }
  return referral.student && ofStudent(tx, actor, referral.student.id, page)
}

async function ofStudent(tx: Tx, actor: Actor, id: string, referral: ReferralPage | null): Promise<Opening | null> {
  const student = await studentHead(tx, actor, id)
  if (!student || student.leftAt) return null
  const { officeId } = actor
  const open = await tx.case.findFirst({ where: { officeId, studentId: id, closedAt: null }, select: { id: true, number: true } })
  if (open) return { kind: 'CASE', student, caseId: open.id, number: open.number }
  const waiting = referral ? null : await openReferralOf(tx, actor, id)
  if (waiting) return { kind: 'REFERRAL', student, referralId: waiting.id, number: waiting.number }
  return { kind: 'READY', student, referral, team: await teamChoices(tx, actor, id), waits: await waitsChoices(tx, actor, student.schoolId, []) }
}

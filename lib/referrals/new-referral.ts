import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { draftOf, type KeptDraft } from '#lib/drafts/drafts.ts'
import { studentHead, type StudentHead } from '#lib/students/queries.ts'
import { openWork } from './open-work.ts'
import { receiverOf, type Receiver } from './receiver.ts'

export interface NewReferral {
  student: StudentHead
  /** Somebody is on it already: what is sent joins it. */
  open: boolean
  /** Who reads it first; null when the school has nobody in particular. */
  receiver: Receiver | null
  draft: KeptDraft | null
}

/** What the form needs to know about the child, or null when she is not one this person may refer. */
export async function newReferral(tx: Tx, actor: Actor, studentId: string): Promise<NewReferral | null> {
  if (!Id.safeParse(studentId).success) return null
  const student = await studentHead(tx, actor, studentId)
  // A child known from a case elsewhere is not one's own pupil.
  if (!student || student.leftAt || (actor.role !== 'COORDINATOR' && student.schoolId !== actor.agencyId)) return null
  return {
    student,
    open: (await openWork(tx, studentId)) !== null,
    receiver: await receiverOf(tx, actor, student.schoolId),
    draft: await draftOf(tx, actor, { kind: 'referral', subject: studentId }),
  }
}

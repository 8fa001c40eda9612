import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Changed, NotFound, NotNow } from '#lib/core/refusal.ts'
import type { Prisma } from '#prisma/generated/client.ts'

const facts = {
  id: true, number: true, version: true, level: true, closedAt: true, leadId: true, leadAgencyId: true, schoolId: true,
  studentId: true, waitingOn: true, waitingStaffId: true, childSeenAt: true, planAgreedAt: true,
} as const

/** A case as the verbs look at it before they move it. What the actor may not see does not exist. */
export async function caseOf(tx: Tx, { officeId }: Actor, id: string) {
  const found = await tx.case.findFirst({ where: { officeId, id }, select: facts })
  if (!found) throw new NotFound()
  return found
}

export async function openCaseOf(tx: Tx, actor: Actor, id: string) {
  const found = await caseOf(tx, actor, id)
  if (found.closedAt) throw new NotNow('core.refusal.caseClosed')
  return found
}

/** Changes a case as it was seen: when somebody was faster, nothing changes and the slower one is told. */
export async function changeCase(tx: Tx, { officeId }: Actor, seen: { id: string; version: number }, data: Prisma.CaseUncheckedUpdateManyInput): Promise<void> {
  const { count } = await tx.case.updateMany({
    where: { officeId, id: seen.id, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  })
  if (count === 0) throw new Changed('cases.refusal.changedMeanwhile')
}

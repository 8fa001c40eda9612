import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import type { Domain } from '#lib/timeline/layers.ts'

/** A goal that still stands, as its verbs look at it. What the actor may not see does not exist. */
export async function standingGoal(tx: Tx, { officeId }: Actor, caseId: string, id: string): Promise<{ domain: Domain; version: number }> {
  const goal = await tx.goal.findFirst({ where: { officeId, caseId, id }, select: { domain: true, version: true, endedAt: true } })
  if (!goal) throw new NotFound()
  if (goal.endedAt) throw new NotNow('plans.refusal.ended')
  // Every domain came through SetGoal.
  return { domain: goal.domain as Domain, version: goal.version }
}

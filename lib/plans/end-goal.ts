import { must } from '#lib/access/policy.ts'
import { openCaseOf } from '#lib/cases/move-case.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import type { EndGoal } from './goal.ts'
import { standingGoal } from './standing-goal.ts'

/** A goal that was reached or no longer fits stands no more; it and its ratings stay to be read. */
export async function endGoal(actor: Actor, { caseId, goalId }: EndGoal): Promise<string> {
  must(actor, 'case.plan')

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const { domain, version } = await standingGoal(tx, actor, caseId, goalId)
    const { count } = await tx.goal.updateMany({
      where: { officeId, caseId, id: goalId, version, endedAt: null },
      data: { endedAt: now(), version: { increment: 1 } },
    })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await record(tx, actor, { type: 'goal.ended', caseId, domain, data: { goalId } })
    return `/cases/${caseId}/goals`
  })
}

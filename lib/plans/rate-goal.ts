import { must } from '#lib/access/policy.ts'
import { openCaseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { record } from '#lib/timeline/record.ts'
import type { RateGoal } from './goal.ts'
import { standingGoal } from './standing-goal.ts'

/** How far a goal has come, at a review. Every rating stays: their line is the way of the child. */
export async function rateGoal(actor: Actor, { caseId, goalId, rating, remark }: RateGoal): Promise<string> {
  must(actor, 'case.plan')
  refuseRegistrationNumber(remark, 'remark')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const { domain } = await standingGoal(tx, actor, caseId, goalId)
    await tx.goalRating.createMany({ data: [{ id: newId(), officeId, caseId, goalId, rating, remark, byId: staffId, at: now() }] })
    await record(tx, actor, { type: 'goal.rated', caseId, domain, data: { goalId, rating } })
    return `/cases/${caseId}/goals`
  })
}

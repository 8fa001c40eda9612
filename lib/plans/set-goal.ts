import { must } from '#lib/access/policy.ts'
import { openCaseOf } from '#lib/cases/move-case.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { refuseObserver } from '#lib/cases/part.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { record } from '#lib/timeline/record.ts'
import type { SetGoal } from './goal.ts'

/** Writes down what the team wants to reach with the child, and beforehand what each of the five steps looks like. */
export async function setGoal(actor: Actor, { caseId, statement, domain, steps }: SetGoal): Promise<string> {
  must(actor, 'case.plan')
  refuseRegistrationNumber(statement, 'statement')
  for (const step of steps) refuseRegistrationNumber(step, 'statement')

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const goalId = newId()
    await tx.goal.createMany({ data: [{ id: goalId, officeId, caseId, statement, domain, steps, setAt: now() }] })
    await record(tx, actor, { type: 'goal.set', caseId, domain, data: { goalId } })
    return `/cases/${caseId}/goals`
  })
}

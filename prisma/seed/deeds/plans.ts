import { AgreePlan, agreePlan } from '#lib/plans/agree-plan.ts'
import { RateGoal, SetGoal } from '#lib/plans/goal.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import type { Deed } from '../story.ts'

/** A goal with its five steps, from −2 to +2. */
export const aim = (caseId: string, domain: Domain, statement: string, steps: [string, string, string, string, string]): Deed<string> => async ({ actor, value }) => {
  await setGoal(actor, SetGoal.parse({ caseId, domain, statement, steps }))
  return value('select id as value from goals where case_id = $1 and statement = $2', [caseId, statement])
}

export const rate = (caseId: string, goalId: string, rating: -2 | -1 | 0 | 1 | 2, remark = ''): Deed<string> => ({ actor }) =>
  rateGoal(actor, RateGoal.parse({ caseId, goalId, rating: String(rating), remark }))

/** The plan is agreed, with what the student and a guardian said about it. */
export const agreed = (caseId: string, studentVoice: string, guardianVoice: string): Deed<string> => async ({ actor, value }) =>
  agreePlan(actor, AgreePlan.parse({ caseId, version: await value('select version as value from cases where id = $1', [caseId]), studentVoice, guardianVoice }))

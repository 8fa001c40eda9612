'use server'

import { formAction } from '#lib/access/form.ts'
import { agreePlan, AgreePlan } from '#lib/plans/agree-plan.ts'
import { endGoal } from '#lib/plans/end-goal.ts'
import { GoalForm, goalOf } from '#lib/plans/goal-form.ts'
import { EndGoal, RateGoal } from '#lib/plans/goal.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'

export const setGoalAction = formAction(GoalForm, (actor, form) => setGoal(actor, goalOf(form)))

export const rateGoalAction = formAction(RateGoal, rateGoal)

export const endGoalAction = formAction(EndGoal, endGoal)

export const agreePlanAction = formAction(AgreePlan, agreePlan)

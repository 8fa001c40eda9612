import type { z } from 'zod'
import { Text } from '#lib/core/input.ts'
import { SetGoal } from './goal.ts'

/** The five steps as fields with names of their own, from −2 to +2. */
export const stepNames = ['step1', 'step2', 'step3', 'step4', 'step5'] as const

const Step = Text(200)
export const GoalForm = SetGoal.omit({ steps: true }).extend({ step1: Step, step2: Step, step3: Step, step4: Step, step5: Step })

/** The form as the verb takes it. */
export function goalOf({ step1, step2, step3, step4, step5, ...rest }: z.output<typeof GoalForm>): SetGoal {
  return { ...rest, steps: [step1, step2, step3, step4, step5] }
}

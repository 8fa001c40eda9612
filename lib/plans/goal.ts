import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { MaybeText, Text } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'

/** Goal attainment scaling: five steps written beforehand; 0 is what is expected, so that "better" means the same to everybody. */
export const steps = [-2, -1, 0, 1, 2] as const
export type Step = (typeof steps)[number]

export const SetGoal = z.object({
  caseId: Id,
  statement: Text(200),
  domain: z.enum(domains, 'core.field.choose'),
  /** From −2 to +2. */
  steps: z.array(Text(200)).length(5, 'core.field.unexpected'),
})
export type SetGoal = z.output<typeof SetGoal>

export const RateGoal = z.object({
  caseId: Id,
  goalId: Id,
  rating: z.enum(['-2', '-1', '0', '1', '2'], 'core.field.choose').transform(Number),
  remark: MaybeText(1000),
})
export type RateGoal = z.output<typeof RateGoal>

export const EndGoal = z.object({ caseId: Id, goalId: Id })
export type EndGoal = z.output<typeof EndGoal>

/** −2 as people write it: with a minus, not a hyphen. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0')

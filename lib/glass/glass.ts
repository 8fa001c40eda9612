import { z } from 'zod'
import { Proof } from '#lib/access/proof.ts'
import { Id } from '#lib/core/id.ts'
import { Text } from '#lib/core/input.ts'

/** Why somebody reads a case she has no part in. */
export const codes = ['CHILD_IN_DANGER', 'LEAD_UNREACHABLE', 'AUTHORITY_ASKS', 'STAND_IN', 'OTHER'] as const
export type GlassCode = (typeof codes)[number]

/** For how long, in minutes: half an hour, unless more is needed; never longer than four hours. */
export const spans = ['30', '60', '240'] as const

export const outcomes = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const
export type Outcome = (typeof outcomes)[number]

/** Shorter is no reason. The database says the same (`glass_reason`). */
const shortest = 10

export const BreakGlass = z.object({
  studentId: Id,
  code: z.enum(codes, 'core.field.choose'),
  reason: Text(1000).refine((text) => text === '' || text.length >= shortest, 'glass.refusal.reasonShort'),
  minutes: z.enum(spans, 'core.field.choose'),
  password: Proof,
})
export type BreakGlass = z.output<typeof BreakGlass>

export const EndGlass = z.object({ caseId: Id })
export type EndGlass = z.output<typeof EndGlass>

export const ReviewGlass = z.object({ id: Id, outcome: z.enum(outcomes, 'core.field.choose'), remark: Text(1000) })
export type ReviewGlass = z.output<typeof ReviewGlass>

import { z } from 'zod'
import { Proof } from '#lib/access/proof.ts'
import { Id } from '#lib/core/id.ts'
import { Many, Text } from '#lib/core/input.ts'

/** Shorter is no reason. The database says the same (`hold_reason`). */
const shortest = 10
/** As many in one destruction. */
const MOST_AT_ONCE = 50
/** What is shown beforehand of what comes due. */
export const AHEAD_DAYS = 90

export const SetHold = z.object({ caseId: Id, reason: Text(500).refine((text) => text === '' || text.length >= shortest, 'retention.refusal.reasonShort') })
export type SetHold = z.output<typeof SetHold>

export const LiftHold = z.object({ holdId: Id })
export type LiftHold = z.output<typeof LiftHold>

export const AskDestruction = z.object({ cases: Many(Id, 1, MOST_AT_ONCE), password: Proof })
export type AskDestruction = z.output<typeof AskDestruction>

export const DecideDestruction = z.object({ id: Id, answer: z.enum(['AGREED', 'REFUSED'], 'core.field.choose'), password: Proof })
export type DecideDestruction = z.output<typeof DecideDestruction>

export type DestructionState = 'ASKED' | 'AGREED' | 'REFUSED' | 'DONE'

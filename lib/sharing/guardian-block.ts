import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Many, Text, Ticked } from '#lib/core/input.ts'

/** Why a guardian is not told. The database knows the same (`guardian_block_reason`). */
export const blockCodes = ['SUSPECTED', 'ENDANGERS', 'CHILD_ASKS', 'INQUIRY'] as const
export type BlockCode = (typeof blockCodes)[number]

export const BlockGuardian = z.object({
  caseId: Id,
  guardianIds: Many(Id),
  /** Every guardian, those of later too. */
  all: Ticked.optional(),
  code: z.enum(blockCodes, 'core.field.choose'),
  reason: Text(500),
})
export type BlockGuardian = z.output<typeof BlockGuardian>

export const AskUnblock = z.object({ caseId: Id, blockId: Id, reason: Text(500) })
export type AskUnblock = z.output<typeof AskUnblock>

export const SettleUnblock = z.object({ caseId: Id, blockId: Id, answer: z.enum(['UNBLOCK', 'KEEP'], 'core.field.choose') })
export type SettleUnblock = z.output<typeof SettleUnblock>

/** What everybody who knows the child through a case sees: that somebody is not told, and who. Null: nobody is. */
export interface Quiet {
  /** Nobody is left who may be told. */
  all: boolean
  /** The guardians one by one; none: whoever it is. No name for whoever may not read the roster. */
  whom: { relation: string | null; name: string | null }[]
}

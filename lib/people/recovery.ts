import { z } from 'zod'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Text } from '#lib/core/input.ts'

/** 되찾기: somebody has lost everything she showed beside her password. Two people let her begin anew; neither of them alone. */
export const AskRecovery = z.object({ staffId: ChosenId, reason: Text(500).pipe(z.string().min(5, 'recovery.reasonShort')) })
export type AskRecovery = z.output<typeof AskRecovery>

export const AnswerRecovery = z.object({ recoveryId: Id, answer: z.enum(['AGREED', 'REFUSED'], 'core.field.choose') })
export type AnswerRecovery = z.output<typeof AnswerRecovery>

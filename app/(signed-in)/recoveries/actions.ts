'use server'

import { formAction } from '#lib/access/form.ts'
import { answerRecovery } from '#lib/people/answer-recovery.ts'
import { askRecovery } from '#lib/people/ask-recovery.ts'
import { AnswerRecovery, AskRecovery } from '#lib/people/recovery.ts'

export const askRecoveryAction = formAction(AskRecovery, askRecovery)
export const answerRecoveryAction = formAction(AnswerRecovery, answerRecovery)

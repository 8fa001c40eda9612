'use server'

import { formAction } from '#lib/access/form.ts'
import { AgreeEnd, AskEnd } from '#lib/conflicts/conflict.ts'
import { agreeEnd, askEnd } from '#lib/conflicts/end-conflict.ts'

export const askEndAction = formAction(AskEnd, askEnd)
export const agreeEndAction = formAction(AgreeEnd, agreeEnd)

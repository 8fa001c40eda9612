'use server'

import { formAction } from '#lib/access/form.ts'
import { askCheck, AskCheck } from '#lib/audit/ask-check.ts'
import { reviewMonth, ReviewMonth } from '#lib/audit/review-month.ts'

export const askCheckAction = formAction(AskCheck, askCheck)
export const reviewMonthAction = formAction(ReviewMonth, reviewMonth)

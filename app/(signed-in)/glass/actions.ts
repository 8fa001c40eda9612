'use server'

import { formAction } from '#lib/access/form.ts'
import { endGlass } from '#lib/glass/end-glass.ts'
import { EndGlass, ReviewGlass } from '#lib/glass/glass.ts'
import { reviewGlass } from '#lib/glass/review-glass.ts'

export const endGlassAction = formAction(EndGlass, endGlass)
export const reviewGlassAction = formAction(ReviewGlass, reviewGlass)

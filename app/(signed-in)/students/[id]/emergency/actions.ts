'use server'

import { formAction } from '#lib/access/form.ts'
import { breakGlass } from '#lib/glass/break-glass.ts'
import { BreakGlass } from '#lib/glass/glass.ts'

export const breakGlassAction = formAction(BreakGlass, breakGlass)

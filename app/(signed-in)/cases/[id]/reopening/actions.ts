'use server'

import { formAction } from '#lib/access/form.ts'
import { reopenCase, ReopenCase } from '#lib/cases/reopen-case.ts'

export const reopenCaseAction = formAction(ReopenCase, reopenCase)

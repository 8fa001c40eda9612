'use server'

import { formAction } from '#lib/access/form.ts'
import { closeCase, CloseCase } from '#lib/cases/close-case.ts'

export const closeCaseAction = formAction(CloseCase, closeCase)

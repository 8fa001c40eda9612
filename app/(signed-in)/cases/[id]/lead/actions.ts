'use server'

import { formAction } from '#lib/access/form.ts'
import { changeLead, ChangeLead } from '#lib/cases/change-lead.ts'

export const changeLeadAction = formAction(ChangeLead, changeLead)

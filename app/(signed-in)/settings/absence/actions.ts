'use server'

import { formAction } from '#lib/access/form.ts'
import { ClearAbsence, clearAbsence, SetAbsence, setAbsence } from '#lib/people/absence.ts'

export const setAbsenceAction = formAction(SetAbsence, setAbsence)
export const clearAbsenceAction = formAction(ClearAbsence, clearAbsence)

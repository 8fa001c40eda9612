'use server'

import { formAction } from '#lib/access/form.ts'
import { ReadOn, readOn } from '#lib/cases/reading.ts'

export const readOnAction = formAction(ReadOn, readOn)

'use server'

import { formAction } from '#lib/access/form.ts'
import { takeBackDocument } from '#lib/cases/take-back-document.ts'
import { TakeBackDocument } from '#lib/documents/document.ts'

export const takeBackAction = formAction(TakeBackDocument, takeBackDocument)

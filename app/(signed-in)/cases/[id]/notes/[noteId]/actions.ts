'use server'

import { formAction } from '#lib/access/form.ts'
import { amendNote, AmendNote } from '#lib/cases/amend-note.ts'

export const amendNoteAction = formAction(AmendNote, amendNote)

'use server'

import { formAction } from '#lib/access/form.ts'
import { amendWarnedNote, WarnedAmendment } from '#lib/cases/warned-note.ts'

export const amendNoteAction = formAction(WarnedAmendment, amendWarnedNote)

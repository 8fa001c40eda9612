'use server'

import { formAction } from '#lib/access/form.ts'
import { WarnedNote, writeWarnedNote } from '#lib/cases/warned-note.ts'

export const writeNoteAction = formAction(WarnedNote, writeWarnedNote)

'use server'

import { formAction } from '#lib/access/form.ts'
import { writeNote, WriteNote } from '#lib/cases/write-note.ts'

export const writeNoteAction = formAction(WriteNote, writeNote)

import type { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { Ticked } from '#lib/core/input.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { numbersIn } from '#lib/students/naming.ts'
import { AmendNote, amendNote } from './amend-note.ts'
import { reporterAsked, unnamed } from './unnamed.ts'
import { writeNote, WriteNote } from './write-note.ts'

/** Said after the warning: the number belongs there. */
const said = { contactsOk: Ticked.optional(), ...reporterAsked }

export const WarnedNote = WriteNote.extend(said)
export const WarnedAmendment = AmendNote.extend(said)

export const holdsNumber = (text: string): boolean => numbersIn(text).length > 0

/** A number in a note is read by everybody who reads the note: whoever writes one is asked once whether it must be there. */
function warn({ body, contactsOk }: { body: string; contactsOk?: boolean | undefined }) {
  if (!contactsOk && holdsNumber(body)) throw new Invalid('cases.refusal.contacts', 'contactsOk')
}

const write = unnamed('case.note', writeNote, ({ body }) => body)
const amend = unnamed('case.note', amendNote, ({ body }) => body)

export async function writeWarnedNote(actor: Actor, { contactsOk, ...note }: z.output<typeof WarnedNote>): Promise<string> {
  warn({ body: note.body, contactsOk })
  return write(actor, note)
}

export async function amendWarnedNote(actor: Actor, { contactsOk, ...note }: z.output<typeof WarnedAmendment>): Promise<string> {
  warn({ body: note.body, contactsOk })
  return amend(actor, note)
}

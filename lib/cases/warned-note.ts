import type { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { Ticked } from '#lib/core/input.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { AmendNote, amendNote } from './amend-note.ts'
import { writeNote, WriteNote } from './write-note.ts'

/** Said after the warning: the number belongs there. */
const said = { contactsOk: Ticked.optional() }

export const WarnedNote = WriteNote.extend(said)
export const WarnedAmendment = AmendNote.extend(said)

/** A telephone number as it is dialled here, in digits of any width: 010-0000-0000, 02) 000 0000, +82 10 0000 0000. */
const dialled = /(?<!\d)(?:\+?82[-\s.]*\d{1,2}|0\d{1,2})[-\s.)]*\d{3,4}[-\s.]*\d{4}(?!\d)/

export const holdsNumber = (text: string): boolean => dialled.test(text.normalize('NFKC'))

/** A number in a note is read by everybody who reads the note: whoever writes one is asked once whether it must be there. */
function warn({ body, contactsOk }: { body: string; contactsOk?: boolean | undefined }) {
  if (!contactsOk && holdsNumber(body)) throw new Invalid('cases.refusal.contacts', 'contactsOk')
}

export async function writeWarnedNote(actor: Actor, input: z.output<typeof WarnedNote>): Promise<string> {
  warn(input)
  const { contactsOk: _, ...note } = input
  return writeNote(actor, note)
}

export async function amendWarnedNote(actor: Actor, input: z.output<typeof WarnedAmendment>): Promise<string> {
  warn(input)
  const { contactsOk: _, ...note } = input
  return amendNote(actor, note)
}

import { z } from 'zod'
import { Invalid } from '#lib/core/refusal.ts'
import { now } from '#lib/core/clock.ts'
import { Maybe, Moment, Text, Ticked } from '#lib/core/input.ts'
import { audiences, domains } from '#lib/timeline/layers.ts'

export const noteKinds = ['OBSERVATION', 'VISIT', 'CALL', 'COUNSELLING', 'MEETING', 'MESSAGE', 'OTHER'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What a writer may choose. EXISTENCE is for the system's own receipts, SEALED has rooms of its own. */
export const noteLayers = ['PROGRESS', 'PLAN', 'SENSITIVE'] as const

/** For so long the writer may still change a note; afterwards she adds to it. */
export const mendableHours = 24

/** Whether the note itself may still be changed by this person. */
export function mendable(note: { authorId: string; writtenAt: Date }, staffId: string, now: Date): boolean {
  return note.authorId === staffId && now.getTime() - note.writtenAt.getTime() < mendableHours * 3_600_000
}

export const noteFields = {
  body: Text(8000),
  kind: z.enum(noteKinds, 'core.field.choose').default('OBSERVATION'),
  layer: z.enum(noteLayers, 'core.field.choose').default('PROGRESS'),
  audience: z.enum(audiences, 'core.field.choose').default('TEAM'),
  /** Left empty on the form it is about the child in general. */
  domain: z.preprocess((value) => (value === '' ? undefined : value), z.enum(domains, 'core.field.choose').default('GENERAL')),
  childSeen: Ticked.optional(),
  /** When it happened; now, when left out. */
  happenedAt: Maybe(Moment),
}

/** A resident registration number is never stored; what looks like one is handed back. */
export function refuseRegistrationNumber(text: string, field = 'body'): void {
  if (/(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s*[-–—]?\s*[1-8]\d{6}(?!\d)/.test(text)) {
    throw new Invalid('cases.refusal.registrationNumber', field)
  }
}

/** The moment a note is about: not after now, a minute's difference between two clocks forgiven. */
export function happened(at: Date | undefined): Date {
  const present = now()
  if (!at) return present
  if (at.getTime() > present.getTime() + 60_000) throw new Invalid('core.field.past', 'happenedAt')
  return at
}

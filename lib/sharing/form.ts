import { z } from 'zod'
import { now } from '#lib/core/clock.ts'
import { Id } from '#lib/core/id.ts'
import { Day, Many, Text, Ticked } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'
import type { Subject } from './consent.ts'
import { tongues, type Tongue } from './wording/tongue.ts'

/** F5 for one child: to which agencies what would be told, for what and until when, in the family's language. */
export const IssueForm = z.object({
  caseId: Id,
  recipients: Many(z.uuid('core.field.choose'), 1, 8),
  purpose: Text(300),
  items: Many(z.enum(domains), 1),
  sensitive: Ticked.optional(),
  validUntil: Day,
  language: z.enum(tongues, 'core.field.choose'),
})
export type IssueForm = z.output<typeof IssueForm>

/** One agency of a form. */
export interface FormLine {
  recipientId: string
  recipient: string
  recipientEn: string
  purpose: string
  items: string[]
  sensitive: boolean
  validUntil: Date
}

export interface FormView {
  id: string
  number: string
  language: Tongue
  wording: string
  issuedAt: Date
  student: { id: string; name: string; school: string; birthDate: Date | null }
  guardians: { name: string; relation: string }[]
  lines: FormLine[]
}

export type LinkState = 'WAITING' | 'ANSWERED' | 'EXPIRED' | 'DEAD' | 'ENDED'

/** A link that was sent: to whom, and what became of it. */
export interface LinkView {
  id: string
  subject: Subject
  guardian: string | null
  sentAt: Date
  sentBy: string
  expiresAt: Date
  state: LinkState
  /** What stands under the answer: a picture of what was drawn, else the name that was written. */
  signature: { image: string } | { name: string } | null
}

/** Days from the sending in which a link can be opened, and how often a wrong PIN may be tried. */
export const linkDays = 7
export const pinTries = 5

/** What became of a link. */
export function linkState({ usedAt, endedAt, tries, expiresAt }: { usedAt: Date | null; endedAt: Date | null; tries: number; expiresAt: Date }): LinkState {
  if (usedAt) return 'ANSWERED'
  if (endedAt) return 'ENDED'
  return tries >= pinTries ? 'DEAD' : expiresAt <= now() ? 'EXPIRED' : 'WAITING'
}

export const SendLink = z.object({
  caseId: Id,
  formId: Id,
  /** STUDENT, or the guardian's identifier. */
  to: z.union([z.literal('STUDENT'), z.uuid()], 'core.field.choose'),
})
export type SendLink = z.output<typeof SendLink>

export const EndLink = z.object({ caseId: Id, linkId: Id })
export type EndLink = z.output<typeof EndLink>

/** Whether on that day she is under 14: then a legal guardian agrees, who was made sure of (PIPA). Who was never told a birthday is taken for younger. */
export function isUnder14(birthDate: Date | null, at: Date): boolean {
  if (!birthDate) return true
  const fourteenth = new Date(birthDate)
  fourteenth.setUTCFullYear(fourteenth.getUTCFullYear() + 14)
  // The day begins in Seoul.
  return at.getTime() < fourteenth.getTime() - 9 * 3_600_000
}

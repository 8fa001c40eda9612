import { z } from 'zod'
import { Proof } from '#lib/access/proof.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Many, MaybeText, Text } from '#lib/core/input.ts'

export const kinds = ['ABUSE_REPORT', 'VERBATIM', 'METHOD', 'OTHER'] as const
export type SealedKind = (typeof kinds)[number]

/** CONTENT for whoever is named; REPORTER for whoever wrote it down. */
const openings = ['CONTENT', 'REPORTER'] as const
export type Opening = (typeof openings)[number]

/** A shorter one is no reason. The database says the same (`sealed_opening_reason`). */
const shortest = 10

export const WriteSealed = z.object({
  caseId: Id,
  kind: z.enum(kinds, 'core.field.choose'),
  body: Text(8000),
  /** Who reported, and how that person can be reached; kept apart. */
  reporter: MaybeText(1000),
  /** What that person is called, with commas between: whoever may know it is asked before she writes it where others read. */
  reporterNames: MaybeText(200),
  readers: Many(Id),
})
export type WriteSealed = z.output<typeof WriteSealed>

export const OpenSealed = z.object({
  caseId: Id,
  recordId: Id,
  what: z.enum(openings),
  reason: Text(500).refine((text) => text === '' || text.length >= shortest, 'sealed.refusal.reasonShort'),
  password: Proof,
})
export type OpenSealed = z.output<typeof OpenSealed>

export const NameReader = z.object({ caseId: Id, recordId: Id, staffId: ChosenId })
export type NameReader = z.output<typeof NameReader>

export const AskReader = z.object({ caseId: Id, recordId: Id, staffId: ChosenId, reason: Text(500).refine((text) => text === '' || text.length >= shortest, 'sealed.refusal.reasonShort') })
export type AskReader = z.output<typeof AskReader>

export const AnswerReader = z.object({ id: Id, answer: z.enum(['GRANTED', 'REFUSED'], 'core.field.choose'), password: Proof })
export type AnswerReader = z.output<typeof AnswerReader>

export const EndReader = z.object({ caseId: Id, readerId: Id })
export type EndReader = z.output<typeof EndReader>

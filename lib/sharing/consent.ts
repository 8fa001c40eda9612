import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Day, Many, Maybe, MaybeText, Text, Ticked } from '#lib/core/input.ts'
import { domains } from '#lib/timeline/layers.ts'
import { verifications } from './wording/text.ts'

/** Whose answer it is. Support needs both, the student's and a guardian's (Act §11③). */
export const subjects = ['STUDENT', 'GUARDIAN'] as const
export type Subject = (typeof subjects)[number]

/** What became of the question. Only GRANTED lets anybody in. */
export const answers = ['GRANTED', 'REFUSED', 'UNABLE', 'ASKED'] as const
export type Answer = (typeof answers)[number]

/** How the answer can be shown afterwards. */
export const evidenceKinds = ['PAPER', 'ELECTRONIC', 'VERBAL'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What a worker can write down herself; an electronic answer comes from the family's own hand, through its link. */
export const writtenKinds = ['PAPER', 'VERBAL'] as const

/** What a consent can be about; GENERAL, that there is a case and who is in charge, goes with every one of them. */
export const sharedItems = domains.filter((domain) => domain !== 'GENERAL')

/** Nobody agrees for longer than this at once: the programme's default, not law. */
export const longestYears = 3

export const RecordConsent = z.object({
  studentId: Id,
  subject: z.enum(subjects, 'core.field.choose'),
  /** Who of the student's guardians answered. */
  guardianId: Maybe(Id),
  recipientId: z.uuid('core.field.choose'),
  purpose: Text(300),
  items: Many(z.enum(domains)),
  /** Separate consent to sensitive information (PIPA §23). */
  sensitive: Ticked.optional(),
  state: z.enum(answers, 'core.field.choose'),
  /** From today, when left out. */
  validFrom: Maybe(Day),
  /** The last day it counts. */
  validUntil: Maybe(Day),
  evidenceKind: z.enum(writtenKinds, 'core.field.choose'),
  /** Who heard it besides the one who writes it down; for what was said by word. */
  witnessId: Maybe(Id),
  /** How it was made sure of the guardian of a child under 14. */
  verifiedHow: Maybe(z.enum(verifications, 'core.field.choose')),
  /** F5 that was read before. */
  formId: Maybe(Id),
  /** The signed paper, when it is one that is there already: both sign on one sheet. A new one comes beside the form. */
  paperId: Maybe(Id),
  /** Where the paper is kept, or who heard it when. */
  evidence: MaybeText(500),
})
export type RecordConsent = z.output<typeof RecordConsent>

/** How somebody let it be known that she takes her consent back: any way will do. */
export const withdrawalWays = ['COUNTER', 'PAPER', 'PHONE', 'MESSAGE'] as const

export const WithdrawConsent = z.object({ consentId: Id, how: z.enum(withdrawalWays, 'core.field.choose') })
export type WithdrawConsent = z.output<typeof WithdrawConsent>

/** The same person still agrees, to less. */
export const NarrowConsent = z.object({
  consentId: Id,
  items: Many(z.enum(domains)),
  sensitive: Ticked.optional(),
  evidenceKind: z.enum(writtenKinds, 'core.field.choose'),
  evidence: Text(500),
})
export type NarrowConsent = z.output<typeof NarrowConsent>

/** The paper of an answer that was written down without it, or whose paper was refused by the scanner. */
export const AddPaper = z.object({ consentId: Id, paperId: Maybe(Id) })
export type AddPaper = z.output<typeof AddPaper>

/** How somebody made sure, afterwards, of what was said by word. */
export const confirmations = ['CALL_BACK', 'IN_PERSON', 'PAPER'] as const

export const ConfirmConsent = z.object({ consentId: Id, how: z.enum(confirmations, 'core.field.choose') })
export type ConfirmConsent = z.output<typeof ConfirmConsent>

/** Where an answer stands at a moment: what was said, or why it counts no more or not yet. */
export type Standing = Answer | 'WITHDRAWN' | 'SUPERSEDED' | 'EXPIRED' | 'LATER'

interface Timed {
  state: Answer
  validFrom: Date
  validUntil: Date
  withdrawnAt: Date | null
  supersededAt: Date | null
}

/** The same as `app.grounds` judges (prisma/policies/020-cases-scope.sql): only GRANTED counts, and only while it says so here. */
export function standing({ state, validFrom, validUntil, withdrawnAt, supersededAt }: Timed, now: Date): Standing {
  if (supersededAt && supersededAt <= now) return 'SUPERSEDED'
  if (withdrawnAt) return 'WITHDRAWN'
  if (state !== 'GRANTED') return state
  if (validUntil <= now) return 'EXPIRED'
  return validFrom > now ? 'LATER' : 'GRANTED'
}

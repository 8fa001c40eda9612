import type { DocumentState } from '#lib/documents/document.ts'
import type { Verification } from './wording/text.ts'
import type { Answer, EvidenceKind, Standing, Subject } from './consent.ts'

/** One answer, as it was written down. */
export interface AnswerView {
  id: string
  subject: Subject
  guardianId: string | null
  /** The guardian's name and what she is to the child; null for the student, and where nobody was reached. */
  guardian: string | null
  relation: string | null
  state: Answer
  standing: Standing
  items: string[]
  sensitive: boolean
  purpose: string
  validFrom: Date
  validUntil: Date
  evidenceKind: EvidenceKind
  evidence: string
  /** Its evidence is there for the reader: for those who may write an answer down. */
  shown: boolean
  /** The signed paper, where there is one. */
  paper: { id: string; state: DocumentState } | null
  recordedBy: string
  recordedAt: Date
  withdrawnAt: Date | null
  /** F5 it was given on, in which wording and language. */
  form: string | null
  wording: string | null
  language: string | null
  witness: string | null
  verifiedHow: Verification | null
  confirmedAt: Date | null
  /** Given by word, and nobody made sure of it since. */
  unconfirmed: boolean
}

/** One ground that stands today. */
export interface GroundView {
  ground: 'CONSENT' | 'LAWFUL_BASIS'
  items: string[]
  sensitive: boolean
  until: Date
}

export interface BasisView {
  id: string
  kind: string
  reason: string
  items: string[]
  sensitive: boolean
  validFrom: Date
  validUntil: Date
  reviewDueAt: Date
  recordedBy: string
  recordedById: string
  endedAt: Date | null
  /** It counts at this moment. */
  counts: boolean
}

/** All there is about one recipient of one case. */
export interface RecipientView {
  id: string
  name: string
  fullName: string
  /** What it may be told today; empty: nothing. */
  grounds: GroundView[]
  /** The answer of each person that stands, the newest first; then those that were. */
  answers: AnswerView[]
  earlier: AnswerView[]
  bases: BasisView[]
}

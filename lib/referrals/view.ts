import type { Basics } from './basics.ts'
import type { NextAction, ReferralKind, ReferralState, Requester, Urgency } from './referral.ts'

/** FULL: decides or works on it. OWN: referred, and learns how far it came. */
export type Reach = 'FULL' | 'OWN'

/** A referral as one reader sees it, in her language. */
export interface ReferralView {
  id: string
  number: string
  kind: ReferralKind
  state: ReferralState
  urgency: Urgency
  version: number
  reach: Reach
  schoolId: string
  school: string
  /** Null for a notice whose child nobody has recognised yet; then `described` says who is meant. */
  student: { id: string; name: string; classLabel: string } | null
  described: string | null
  applicantId: string
  applicant: string
  applicantAgency: string
  submittedAt: Date
  responsibleAgencyId: string | null
  responsible: string | null
  inChargeId: string | null
  inCharge: string | null
  next: NextAction | null
  dueAt: Date | null
  written: Written
  question: string | null
  answer: string | null
  attachedCaseId: string | null
  /** Whether the page of that case opens for this reader. */
  caseOpens: boolean
  duplicateOfId: string | null
  convertedToId: string | null
  /** Somebody is on it beside this referral: an open case of the child. */
  openCase: boolean
}

/** What the one who referred wrote. */
export interface Written {
  concerns: string[]
  sentence: string
  wishes: string
  relation: string
  requestedBy: Requester
  basics: Basics
}

/** One thing that was done to it. */
export interface ReferralStep {
  id: string
  at: Date
  move: string
  by: string
  agency: string
  reasonCode: string | null
  reason: string | null
  fallback: string | null
}

/** Somebody else's referral of the same child, which joined this one. */
export interface Voice {
  id: string
  applicant: string
  relation: string
  urgency: Urgency
  concerns: string[]
  sentence: string
  submittedAt: Date
}

/** How far it came, for the one who referred: no word of what was found. */
export const receiptSteps = ['RECEIVED', 'IN_CHARGE', 'UNDER_WAY', 'DONE', 'WITHDRAWN'] as const
export type ReceiptStep = (typeof receiptSteps)[number]

export interface Receipt {
  step: ReceiptStep
  since: Date
  inCharge: string | null
}

/** All that the page of a referral shows. */
export interface ReferralPage {
  referral: ReferralView
  /** For who decides or works on it; for whoever only referred, the refusal with its reason. */
  steps: ReferralStep[]
  voices: Voice[]
  /** For whoever only referred. */
  receipt: Receipt | null
}

/** A line of the queue. */
export interface QueueRow {
  id: string
  kind: ReferralKind
  state: ReferralState
  urgency: Urgency
  child: string | null
  classLabel: string
  school: string
  submittedAt: Date
  next: NextAction | null
  dueAt: Date | null
  inCharge: string | null
  waits: string | null
  /** It waits for the reader herself. */
  waitsForMe: boolean
  joined: number
}

/** A line of what one referred oneself. */
export interface OwnRow extends Receipt {
  id: string
  kind: ReferralKind
  child: string | null
  submittedAt: Date
  /** Something is asked of her. */
  asked: boolean
}

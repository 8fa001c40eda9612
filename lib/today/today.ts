import type { Level } from '#lib/cases/level.ts'
import type { Receipt as ReferralReceipt } from '#lib/referrals/view.ts'
import { daysBetween } from '#lib/words/days.ts'

/** Why a thing stands in somebody's list. The rule for each is in prisma/policies/310-work.sql. */
export const reasons = {
  CASE: ['TURN', 'AGENCY_TURN', 'LATE', 'UNSEEN', 'TOLD_LESS', 'CONFIRM', 'RENEW'],
  REFERRAL: ['RECEIVE', 'TRIAGE', 'DECIDE', 'ASKED', 'ANSWER', 'CONVERT', 'LATE'],
  INTERVENTION: ['ANSWER', 'START', 'SESSION', 'WAKE', 'UNANSWERED'],
} as const

export type WorkKind = keyof typeof reasons
export type CaseReason = (typeof reasons.CASE)[number]
export type ReferralReason = (typeof reasons.REFERRAL)[number]
export type InterventionReason = (typeof reasons.INTERVENTION)[number]

/** Whom a thing waits for. */
export type Awaited = { kind: 'ME' | 'FAMILY' } | { kind: 'PERSON' | 'AGENCY'; name: string }

interface Common {
  id: string
  /** The child's name, or how a notice describes her; null where the reader may not know. */
  child: string | null
  due: Date
  waits: Awaited | null
}

export interface CaseWork extends Common {
  kind: 'CASE'
  why: CaseReason[]
  level: Level
  next: string
  /** Days since somebody saw the child face to face; null: nobody has yet. */
  unseenDays: number | null
}

export interface ReferralWork extends Common {
  kind: 'REFERRAL'
  why: ReferralReason[]
  urgency: 'NOW' | 'TODAY' | 'THIS_WEEK'
  school: string
  /** What the applicant was asked; only for her. */
  question: string | null
  sentOn: boolean
}

export interface InterventionWork extends Common {
  kind: 'INTERVENTION'
  why: InterventionReason[]
  /** Null for an agency that answers before it is let into the case. */
  level: Level | null
  service: string
  agency: string
}

export type WorkItem = CaseWork | ReferralWork | InterventionWork

export const whens = ['now', 'today', 'week'] as const
export type When = (typeof whens)[number]

/** Now: what ran over, and what was called dangerous when it was referred. Then the rest of the day, then the week. */
export function whenOf(item: WorkItem, now: Date): When {
  if (item.due <= now || (item.kind === 'REFERRAL' && item.urgency === 'NOW')) return 'now'
  return daysBetween(now, item.due) === 0 ? 'today' : 'week'
}

/** The list in its three parts, each in the order given: the most dangerous first, then the clock. */
export function inParts(items: WorkItem[], now: Date): { when: When; items: WorkItem[] }[] {
  return whens.map((when) => ({ when, items: items.filter((item) => whenOf(item, now) === when) })).filter((part) => part.items.length > 0)
}

/** What is done in the ledger of consents. */
export const isOfSharing = (why: CaseReason): why is 'TOLD_LESS' | 'CONFIRM' | 'RENEW' => why === 'TOLD_LESS' || why === 'CONFIRM' || why === 'RENEW'

/** Where the deed is done. */
export function placeOf(item: WorkItem): string {
  switch (item.kind) {
    case 'CASE':
      return item.why.some(isOfSharing) ? `/cases/${item.id}/sharing` : `/cases/${item.id}`
    case 'REFERRAL':
      return `/referrals/${item.id}`
    case 'INTERVENTION':
      return `/interventions/${item.id}`
  }
}

/** A few numbers about the actor's own share, and until when she may read at all. */
export interface Summary {
  led: number
  /** EMERGENCY 3, HIGH 2, MODERATE 1, WATCH 0.5: the weights of a fair load. */
  points: number
  /** Emergencies in reach where seeing the child is overdue. */
  unseen: number
  openReferrals: number
  supports: number
  approvalUntil: Date | null
  trainingUntil: Date | null
}

/** What the one who referred learns: how far it is and who is in charge, and nothing of what was found or done. */
export interface Receipt extends ReferralReceipt {
  referralId: string
  child: string | null
}

/** A person whose right to read ends soon or has ended. */
export interface Lapse {
  staffId: string
  name: string
  agency: string
  approvalUntil: Date | null
  trainingUntil: Date | null
}

/** A ground for sharing without consent whose review has come: who receives, and until when, and nothing of the case. */
export interface BasisToReview {
  id: string
  recipient: string
  validUntil: Date
  reviewDueAt: Date
  /** Null for the privacy officer. */
  caseId: string | null
  number: string | null
}

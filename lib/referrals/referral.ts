import type { Move } from '#lib/core/move.ts'
import type { ReferralKind, ReferralState, Urgency } from '#prisma/generated/enums.ts'

export type { ReferralKind, ReferralState, Urgency }

/** From the most to the least urgent, as the database orders them. */
export const urgencies = ['NOW', 'TODAY', 'THIS_WEEK'] as const satisfies readonly Urgency[]

/** Somebody still has to do something about it. */
export const openStates = ['SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON'] as const satisfies readonly ReferralState[]
export const isOpen = (state: ReferralState): boolean => (openStates as readonly ReferralState[]).includes(state)

const undecided = ['SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON'] as const
const looked = ['RECEIVED', 'TRIAGED', 'MORE_ASKED', 'SENT_ON'] as const

interface ReferralMove extends Move<ReferralState> {
  kinds: readonly ReferralKind[]
  /** Whose move it is: the agency that decides, or the one who referred. */
  by: 'DECIDER' | 'APPLICANT'
}

/** All that can be done with a referral (신청, Act §10②–⑤) and with a partner's notice of concern. */
export const moves = {
  receive: { from: ['SUBMITTED', 'SENT_ON'], to: 'RECEIVED', kinds: ['REQUEST', 'NOTICE'], by: 'DECIDER' },
  triage: { from: ['SUBMITTED', 'RECEIVED', 'SENT_ON'], to: 'TRIAGED', kinds: ['REQUEST'], by: 'DECIDER' },
  ask: { from: ['SUBMITTED', 'RECEIVED', 'TRIAGED', 'SENT_ON'], to: 'MORE_ASKED', kinds: ['REQUEST', 'NOTICE'], by: 'DECIDER' },
  answer: { from: ['MORE_ASKED'], to: 'RECEIVED', kinds: ['REQUEST', 'NOTICE'], by: 'APPLICANT' },
  /** Done by openCase of lib/cases. */
  select: { from: undecided, to: 'SELECTED', kinds: ['REQUEST'], by: 'DECIDER' },
  attach: { from: undecided, to: 'ATTACHED', kinds: ['REQUEST'], by: 'DECIDER' },
  pass: { from: ['SUBMITTED', 'RECEIVED', 'TRIAGED', 'MORE_ASKED'], to: 'SENT_ON', kinds: ['REQUEST'], by: 'DECIDER' },
  decline: { from: looked, to: 'NOT_SELECTED', kinds: ['REQUEST', 'NOTICE'], by: 'DECIDER' },
  convert: { from: ['SUBMITTED', 'RECEIVED', 'MORE_ASKED'], to: 'CONVERTED', kinds: ['NOTICE'], by: 'DECIDER' },
  withdraw: { from: ['SUBMITTED', 'RECEIVED', 'MORE_ASKED'], to: 'WITHDRAWN', kinds: ['REQUEST', 'NOTICE'], by: 'APPLICANT' },
} satisfies Record<string, ReferralMove>

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as MoveName[]
export const moveOf = (name: MoveName): ReferralMove => moves[name]

/** What stands in `next_action` of an open referral. */
export const nextActions = ['RECEIVE', 'TRIAGE', 'DECIDE', 'ANSWER', 'CONVERT'] as const
export type NextAction = (typeof nextActions)[number]

/** Act §10②: staff of the school, or staff on behalf of the student or a guardian who asks. */
export const requesters = ['STAFF', 'STUDENT', 'GUARDIAN'] as const
export type Requester = (typeof requesters)[number]

/** Why not selected; each needs a reason in words and what happens instead. */
export const declineReasons = ['ONE_NEED', 'SUPPORT_EXISTS', 'NOT_CONFIRMED', 'REFUSED', 'OTHER_SCHOOL', 'MOVED', 'OTHER'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const isNextAction = (text: string | null): text is NextAction => (nextActions as readonly (string | null)[]).includes(text)

/** R-2026-0001: the year it was filed and the office's count within it. */
export const referralNumber = (year: number, count: number): string => `R-${year}-${String(count).padStart(4, '0')}`

import { z } from 'zod'
import { Id } from '#lib/core/id.ts'
import { Many, Maybe, MaybeText, Text, Version } from '#lib/core/input.ts'
import { basicFields } from './basics.ts'
import { concerns, proposedUrgency } from './concerns.ts'
import { declineReasons, requesters, urgencies } from './referral.ts'

const Concerns = Many(z.enum(concerns), 1)
const Chosen = z.enum(urgencies, 'core.field.choose')

/** What form F1 asks. Not said how urgent: a red flag says it, anything else must be answered. */
const worries = {
  concerns: Concerns,
  sentence: Text(1000),
  urgency: Maybe(Chosen),
}

export const SubmitReferral = z.object({
  studentId: Id,
  ...worries,
  relation: MaybeText(60),
  requestedBy: Maybe(z.enum(requesters)),
  wishes: MaybeText(1000),
  ...basicFields,
})
export type SubmitReferral = z.output<typeof SubmitReferral>

/** A partner says whom it means; it cannot look pupils up. A child of a case it works on may be chosen instead. */
export const NoticeConcern = z.object({
  schoolId: Maybe(Id),
  studentId: Maybe(Id),
  describedChild: MaybeText(200),
  ...worries,
})
export type NoticeConcern = z.output<typeof NoticeConcern>

/** The version the page showed; left out by the seed and by a reader without a page. */
const which = { referralId: Id, version: Maybe(Version) }

export const ReceiveReferral = z.object(which)
export type ReceiveReferral = z.output<typeof ReceiveReferral>

export const TriageReferral = z.object({ ...which, urgency: Chosen, reason: MaybeText(500) })
export type TriageReferral = z.output<typeof TriageReferral>

export const AskMore = z.object({ ...which, question: Text(500) })
export type AskMore = z.output<typeof AskMore>

export const AnswerReferral = z.object({ ...which, answer: Text(1000) })
export type AnswerReferral = z.output<typeof AnswerReferral>

export const DeclineReferral = z.object({ ...which, reasonCode: z.enum(declineReasons, 'core.field.choose'), reason: Text(1000), fallback: Text(500) })
export type DeclineReferral = z.output<typeof DeclineReferral>

export const AttachReferral = z.object(which)
export type AttachReferral = z.output<typeof AttachReferral>

export const PassReferral = z.object({ ...which, reason: Text(1000), done: MaybeText(1000) })
export type PassReferral = z.output<typeof PassReferral>

export const WithdrawReferral = z.object({ ...which, reason: MaybeText(500) })
export type WithdrawReferral = z.output<typeof WithdrawReferral>

export const ConvertNotice = z.object({ ...which, studentId: Id })
export type ConvertNotice = z.output<typeof ConvertNotice>

/** What was said, or what the boxes propose. */
export const urgencyOf = (given: { urgency?: (typeof urgencies)[number] | undefined; concerns: readonly string[] }) => given.urgency ?? proposedUrgency(given.concerns)

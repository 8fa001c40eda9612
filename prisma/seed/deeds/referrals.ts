import { askMore } from '#lib/referrals/ask-more.ts'
import type { Concern } from '#lib/referrals/concerns.ts'
import { convertNotice } from '#lib/referrals/convert-notice.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import * as input from '#lib/referrals/inputs.ts'
import { noticeConcern } from '#lib/referrals/notice-concern.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import type { DeclineReason, Requester, Urgency } from '#lib/referrals/referral.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import { triageReferral } from '#lib/referrals/triage-referral.ts'
import { withdrawReferral } from '#lib/referrals/withdraw-referral.ts'
import { inTurn, type Deed } from '../story.ts'
import { idIn } from './id-in.ts'

interface Worry {
  about: Concern[]
  says: string
  urgency?: Urgency
}

interface Referring extends Worry {
  child: string
  wishes?: string
  relation?: string
  by?: Requester
  /** Form F1: how the family lives, which benefits, which status. */
  family?: string[]
  welfare?: string[]
  status?: string[]
}

export const refer = ({ child, about, says, by, ...rest }: Referring): Deed<string> => inTurn(async (scene) =>
  idIn(await submitReferral(scene.actor, input.SubmitReferral.parse({ studentId: scene.child(child), concerns: about, sentence: says, requestedBy: by, ...rest }))))

/** A partner outside the circle tells a school whom it worries about, in words. */
export const notice = ({ school, whom, about, says, urgency }: Worry & { school: string; whom: string }): Deed<string> => inTurn(async (scene) =>
  idIn(await noticeConcern(scene.actor, input.NoticeConcern.parse({ schoolId: scene.agency(school), describedChild: whom, concerns: about, sentence: says, urgency }))))

export const receive = (referralId: string): Deed<string> => ({ actor }) => receiveReferral(actor, { referralId })

export const triage = (referralId: string, urgency: Urgency, reason = ''): Deed<string> => ({ actor }) => triageReferral(actor, { referralId, urgency, reason })

export const ask = (referralId: string, question: string): Deed<string> => ({ actor }) => askMore(actor, input.AskMore.parse({ referralId, question }))

export const decline = (referralId: string, reasonCode: DeclineReason, reason: string, fallback: string): Deed<string> => ({ actor }) =>
  declineReferral(actor, input.DeclineReferral.parse({ referralId, reasonCode, reason, fallback }))

/** The school asks the office, and says what it has done already. */
export const passOn = (referralId: string, reason: string, done: string): Deed<string> => ({ actor }) => passReferral(actor, input.PassReferral.parse({ referralId, reason, done }))

export const takeBack = (referralId: string, reason: string): Deed<string> => ({ actor }) => withdrawReferral(actor, input.WithdrawReferral.parse({ referralId, reason }))

/** The application a school makes out of a partner's notice. */
export const convert = (referralId: string, child: string): Deed<string> => inTurn(async (scene) => idIn(await convertNotice(scene.actor, { referralId, studentId: scene.child(child) })))

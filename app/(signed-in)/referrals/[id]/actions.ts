'use server'

import { formAction } from '#lib/access/form.ts'
import { answerReferral } from '#lib/referrals/answer-referral.ts'
import { askMore } from '#lib/referrals/ask-more.ts'
import { attachReferral } from '#lib/referrals/attach-referral.ts'
import { convertNotice } from '#lib/referrals/convert-notice.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import { AnswerReferral, AskMore, AttachReferral, ConvertNotice, DeclineReferral, PassReferral, ReceiveReferral, TriageReferral, WithdrawReferral } from '#lib/referrals/inputs.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { triageReferral } from '#lib/referrals/triage-referral.ts'
import { withdrawReferral } from '#lib/referrals/withdraw-referral.ts'

export const receiveAction = formAction(ReceiveReferral, receiveReferral)
export const triageAction = formAction(TriageReferral, triageReferral)
export const askAction = formAction(AskMore, askMore)
export const answerAction = formAction(AnswerReferral, answerReferral)
export const declineAction = formAction(DeclineReferral, declineReferral)
export const attachAction = formAction(AttachReferral, attachReferral)
export const passAction = formAction(PassReferral, passReferral)
export const convertAction = formAction(ConvertNotice, convertNotice)
export const withdrawAction = formAction(WithdrawReferral, withdrawReferral)

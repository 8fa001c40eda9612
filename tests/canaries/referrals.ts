import { answerReferral } from '#lib/referrals/answer-referral.ts'
import { askMore } from '#lib/referrals/ask-more.ts'
import { convertNotice } from '#lib/referrals/convert-notice.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import * as input from '#lib/referrals/inputs.ts'
import { noticeConcern } from '#lib/referrals/notice-concern.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import type { Chapter } from './lives.ts'
import { people } from './stage.ts'
import { idIn } from './words.ts'

export const file: Chapter = async ({ stage, canary, trace }) => {
  trace.referral = idIn(await submitReferral(stage.as(people[canary.school]?.counselor ?? ''), input.SubmitReferral.parse({
    studentId: trace.student, concerns: ['SKIPPED_MEALS'], sentence: canary.says('referral'), urgency: 'TODAY', wishes: canary.says('wishes'),
  })))
}

/** A partner without any consent says in words whom it means. */
export const partnersNotice: Chapter = async ({ stage, canary, trace }) => {
  trace.notice = idIn(await noticeConcern(stage.as('엄지안'), input.NoticeConcern.parse({
    schoolId: stage.ground.agencyIds[canary.school], describedChild: canary.says('described'), concerns: ['SKIPPED_MEALS'], sentence: canary.says('referral'), urgency: 'TODAY',
  })))
}

export const decided = (how: 'answered' | 'declined' | 'passed' | 'converted'): Chapter => async ({ stage, canary, trace }) => {
  const { counselor = '', lead = '' } = people[canary.school] ?? {}
  const referralId = trace.referral ?? ''
  if (how === 'answered') {
    await askMore(stage.as(lead), input.AskMore.parse({ referralId, question: canary.says('question') }))
    // One waits for its answer.
    if (canary.school !== 'S5') await answerReferral(stage.as(counselor), input.AnswerReferral.parse({ referralId, answer: canary.says('answer') }))
  }
  if (how === 'declined') {
    await receiveReferral(stage.as(lead), { referralId })
    await declineReferral(stage.as(lead), input.DeclineReferral.parse({ referralId, reasonCode: 'OTHER', reason: canary.says('decision'), fallback: canary.says('fallback') }))
  }
  if (how === 'passed') await passReferral(stage.as(lead), input.PassReferral.parse({ referralId, reason: canary.says('decision'), done: canary.says('done') }))
  // One notice waits for somebody to know the child.
  if (how === 'converted' && canary.school !== 'S5') trace.referral = idIn(await convertNotice(stage.as(lead), { referralId: trace.notice ?? '', studentId: trace.student }))
}

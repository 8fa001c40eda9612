'use server'

import { formAction } from '#lib/access/form.ts'
import { DraftName } from '#lib/drafts/draft.ts'
import { discardDraft } from '#lib/drafts/discard-draft.ts'
import { NoticeConcern, SubmitReferral } from '#lib/referrals/inputs.ts'
import { noticeConcern } from '#lib/referrals/notice-concern.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'

export const submitReferralAction = formAction(SubmitReferral, submitReferral)
export const noticeConcernAction = formAction(NoticeConcern, noticeConcern)

export const discardDraftAction = formAction(DraftName, async (actor, name) => {
  await discardDraft(actor, name)
  return name.subject === 'new' ? '/referrals/new' : `/referrals/new?student=${name.subject}`
})

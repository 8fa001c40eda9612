'use server'

import { formAction } from '#lib/access/form.ts'
import { EndBasis, RecordBasis, ReviewBasis } from '#lib/sharing/basis.ts'
import { addPaper } from '#lib/sharing/add-paper.ts'
import { AddPaper, ConfirmConsent, NarrowConsent, RecordConsent, WithdrawConsent } from '#lib/sharing/consent.ts'
import { confirmConsent } from '#lib/sharing/confirm-consent.ts'
import { EndLink, IssueForm, SendLink } from '#lib/sharing/form.ts'
import { endBasis } from '#lib/sharing/end-basis.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { narrowConsent } from '#lib/sharing/narrow-consent.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { reviewBasis } from '#lib/sharing/review-basis.ts'
import { endLink, sendLink } from '#lib/sharing/send-link.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'

export const recordConsentAction = formAction(RecordConsent, recordConsent, 'file')
export const addPaperAction = formAction(AddPaper, addPaper, 'file')
export const withdrawConsentAction = formAction(WithdrawConsent, withdrawConsent)
export const confirmConsentAction = formAction(ConfirmConsent, confirmConsent)
export const narrowConsentAction = formAction(NarrowConsent, narrowConsent)
export const recordBasisAction = formAction(RecordBasis, recordBasis)
export const reviewBasisAction = formAction(ReviewBasis, reviewBasis)
export const endBasisAction = formAction(EndBasis, endBasis)
export const issueFormAction = formAction(IssueForm, issueForm)
export const sendLinkAction = formAction(SendLink, sendLink)
export const endLinkAction = formAction(EndLink, endLink)

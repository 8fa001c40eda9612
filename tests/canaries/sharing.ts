import { asActor } from '#lib/core/door.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { BlockGuardian } from '#lib/sharing/guardian-block.ts'
import { IssueForm, SendLink } from '#lib/sharing/form.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { schoolYearOf, StartRound } from '#lib/sharing/round.ts'
import { sendLink } from '#lib/sharing/send-link.ts'
import { shownLink } from '#lib/sharing/shown-link.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import { RecordBasis, ReviewBasis } from '#lib/sharing/basis.ts'
import { RecordConsent } from '#lib/sharing/consent.ts'
import { reviewBasis } from '#lib/sharing/review-basis.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import type { Chapter } from './lives.ts'
import { people } from './stage.ts'
import { day, idIn } from './words.ts'

type Life = Parameters<Chapter>[0]

/** The student and a guardian, whose name and number stand in the evidence, let a partner be told. */
export async function agreed({ stage, canary, trace }: Life, recipient: string, items: string[]): Promise<void> {
  const [{ name, phone }] = canary.guardians
  for (const subject of ['STUDENT', 'GUARDIAN']) {
    await recordConsent(stage.as(people[canary.school]?.counselor ?? ''), RecordConsent.parse({
      studentId: trace.student, subject, guardianId: subject === 'GUARDIAN' ? trace.guardian : undefined, recipientId: stage.ground.agencyIds[recipient],
      purpose: canary.says('purpose'), items, state: 'GRANTED', validUntil: day(stage, 60), verifiedHow: subject === 'GUARDIAN' ? 'IN_PERSON' : undefined, evidenceKind: 'PAPER', evidence: `${canary.says('evidence')} ${name} ${phone}`,
    }), await signedPaper())
  }
  const { rows } = await stage.owner('select id from consents where student_id = $1 limit 1', [trace.student])
  trace.consent = (rows[0] as { id: string }).id
}

/** A form is made out, and a link of it sent: its address is shown for a while to whoever sent it. */
export const formed: Chapter = async ({ stage, canary, trace }) => {
  const actor = stage.as(people[canary.school]?.counselor ?? '')
  trace.form = (await issueForm(actor, IssueForm.parse({
    caseId: trace.case, recipients: [stage.ground.agencyIds['MH']], purpose: canary.says('form'), items: ['EMOTION'], validUntil: day(stage, 60), language: 'ko',
  }))).split('/').at(-1) ?? ''
  const sent = await sendLink(actor, SendLink.parse({ caseId: trace.case, formId: trace.form, to: trace.guardian }))
  const shown = await asActor(actor, (tx) => shownLink(tx, /sent=([0-9a-f-]+)/.exec(sent)?.[1]))
  trace.token = shown?.token ?? ''
}

/** Its class is asked as the school year begins: here that is itself. */
export const askedWithItsClass: Chapter = async ({ stage, canary, trace }) => {
  trace.round = idIn(await startRound(stage.as(people[canary.school]?.counselor ?? ''), StartRound.parse({
    schoolId: stage.ground.agencyIds[canary.school], schoolYear: schoolYearOf(stage.today), students: [trace.student], recipients: [stage.ground.agencyIds['NGO2']], purpose: canary.says('form'), items: ['ECON'],
  })))
}

/** Another law lets the district be told. */
export const lawful: Chapter = async ({ stage, canary, trace }) => {
  await recordBasis(stage.as(people[canary.school]?.counselor ?? ''), RecordBasis.parse({
    caseId: trace.case, recipientId: stage.ground.agencyIds['GU'], kind: 'EMERGENCY_WELFARE', reason: canary.says('basis'), items: ['ECON'], validUntil: day(stage, 20),
  }))
  const { rows } = await stage.owner('select id from lawful_bases where case_id = $1', [trace.case])
  trace.basis = (rows[0] as { id: string }).id
}

/** A guardian is not to be told. */
export const blocked: Chapter = async ({ stage, canary, trace }) => {
  await blockGuardian(stage.as(people[canary.school]?.counselor ?? ''), BlockGuardian.parse({ caseId: trace.case, guardianIds: [trace.guardian], code: 'SUSPECTED', reason: canary.says('block') }))
}

/** Somebody of the centre looks whether the law’s ground is still needed. */
export const reviewed: Chapter = async ({ stage, canary, trace }) => {
  await reviewBasis(stage.as('서강민'), ReviewBasis.parse({ basisId: trace.basis, outcome: 'KEEP', remark: canary.says('review') }))
}

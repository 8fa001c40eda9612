import { beforeAll, beforeEach, expect, test } from 'vitest'
import { proveSelf } from '#lib/access/factor-deeds.ts'
import { reviewMonth } from '#lib/audit/review-month.ts'
import { amendNote } from '#lib/cases/amend-note.ts'
import { readOn } from '#lib/cases/reading.ts'
import { removeMember } from '#lib/cases/remove-member.ts'
import { writeNote } from '#lib/cases/write-note.ts'
import { askEnd } from '#lib/conflicts/end-conflict.ts'
import type { Actor } from '#lib/core/actor.ts'
import { decideExport, finishExport } from '#lib/exports/decide-export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { takeLog } from '#lib/exports/take-log.ts'
import { breakGlass } from '#lib/glass/break-glass.ts'
import { reviewGlass } from '#lib/glass/review-glass.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { completeIntervention } from '#lib/interventions/complete-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { discontinueIntervention } from '#lib/interventions/discontinue-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import { agreePlan } from '#lib/plans/agree-plan.ts'
import { endGoal } from '#lib/plans/end-goal.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { setHold } from '#lib/retention/hold-case.ts'
import { answerReader, askReader } from '#lib/sealed/ask-reader.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { answerReporter } from '#lib/sealed/reporter.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { addPaper } from '#lib/sharing/add-paper.ts'
import { confirmConsent } from '#lib/sharing/confirm-consent.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { sendLink } from '#lib/sharing/send-link.ts'
import { everything } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { putCase, putMember } from '#tests/verbs/today/put.ts'

/* What is refused whatever the thing is, before anything of it is looked at. */

const world = await makeWorld()
const { ground, studentIds } = world
const staff = (name: string) => ground.staffIds[name] ?? ''
const child = studentIds['박이든'] ?? ''
let caseId: string

beforeAll(async () => {
  caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '임보라', agency: 'S1' })
  await putMember(world, { caseId, staff: '송가비', agency: 'S5', relation: 'OBSERVER' })
})
beforeEach(() => world.owner('update sessions set proven_at = null, second_at = null'))

type Verb = (actor: Actor, input: never) => Promise<string>
const press = (verb: Verb, name: string, input: object) => world.at(morning, () => verb(world.as(name), input as never))

const number = '보호자 번호는 810612-2345678이에요'

test.each<[Verb, string, string]>([
  [agreePlan, '강모아', 'studentVoice'], [agreePlan, '강모아', 'guardianVoice'], [setGoal, '강모아', 'statement'], [rateGoal, '강모아', 'remark'],
  [writeNote, '강모아', 'body'], [amendNote, '강모아', 'body'], [setHold, '서강민', 'reason'], [makeExport, '문다희', 'reason'],
  [writeSealed, '강모아', 'body'], [writeSealed, '강모아', 'reporter'], [writeSealed, '강모아', 'reporterNames'], [reviewMonth, '노을기', 'remark'],
  [reviewGlass, '노을기', 'remark'], [breakGlass, '강모아', 'reason'], [askEnd, '문다희', 'reason'], [holdSession, '강모아', 'body'],
  [declineIntervention, '강모아', 'answer'], [takeLog, '노을기', 'reason'], [askReader, '강모아', 'reason'], [proposeIntervention, '강모아', 'request'], [pauseIntervention, '강모아', 'reason'],
  [discontinueIntervention, '강모아', 'summary'], [acceptIntervention, '강모아', 'answer'], [completeIntervention, '강모아', 'summary'],
])('%o: no registration number goes into %s’s %s', async (verb, name, field) => {
  const texts = { studentVoice: '', guardianVoice: '', statement: '', steps: [], remark: '', body: '', reason: '', reporter: '', reporterNames: '', answer: '', request: '', summary: '' }
  await expect(press(verb, name, { ...texts, caseId, password: 'hanai-demo-2026', [field]: number })).rejects.toMatchObject({ message: 'cases.refusal.registrationNumber', field })
})

test('nor into a step of a goal', async () => {
  await expect(press(setGoal, '강모아', { caseId, statement: '아침을 먹고 와요', steps: ['', number] })).rejects.toMatchObject({ message: 'cases.refusal.registrationNumber' })
})

test.each<[Verb, string]>([
  [readOn, '강모아'], [askDestruction, '서강민'], [decideDestruction, '서강민'], [decideExport, '서강민'], [finishExport, '문다희'], [makeExport, '문다희'],
  [openSealed, '강모아'], [answerReporter, '서강민'], [answerReader, '서강민'], [breakGlass, '강모아'], [proveSelf, '강모아'],
])('%o wants a proof of a sign-in that is long ago', async (verb, name) => {
  for (const [password, message] of [['', 'access.proof.needed'], ['a guess', 'access.proof.wrong']]) {
    await expect(press(verb, name, { caseId, id: caseId, recordId: caseId, studentId: child, cases: [], reason: '학교에서 정한 까닭이에요', what: 'CONTENT', code: 'DUTY', minutes: 60, filters: {}, format: 'XLSX', answer: 'AGREED', password })).rejects.toMatchObject({ message })
  }
})

test.each<[Verb, object]>([
  [agreePlan, { version: 1, studentVoice: '', guardianVoice: '' }], [setGoal, { statement: '아침을 먹고 와요', domain: 'ECON', steps: [] }], [rateGoal, { goalId: child, rating: 1, remark: '' }],
  [endGoal, { goalId: child }], [writeNote, { body: '오늘 만났어요.', kind: 'CALL', layer: 'PROGRESS' }], [removeMember, { staffId: staff('임보라') }],
  [writeSealed, { kind: 'COUNSELLING', body: '상담 내용을 적었어요', reporter: '', reporterNames: '', readers: [] }],
  [recordBasis, { recipientId: ground.agencyIds['NGO1'], kind: 'URGENT_RISK', reason: '오늘 밤 잘 곳이 없어요', items: ['ECON'], validUntil: '2026-11-30' }],
  [issueForm, { recipients: [ground.agencyIds['NGO1']], purpose: '주거비 지원', items: ['ECON'], validUntil: '2026-12-31', language: 'ko' }],
  [recordConsent, { studentId: child, subject: 'STUDENT', recipientId: ground.agencyIds['NGO1'], purpose: '주거비 지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화에서 들었어요', witnessId: staff('강모아') }],
])('whoever was let in to look does not %o', async (verb, input) => {
  const before = await everything(world, caseId)
  await expect(press(verb, '송가비', { caseId, ...input })).rejects.toMatchObject({ status: 403, message: expect.stringMatching(/observer/) as string })
  expect(await everything(world, caseId)).toEqual(before)
})

test('nor makes sure of an answer that was given by word, nor puts a paper to it', async () => {
  await press(recordConsent, '강모아', { studentId: child, subject: 'STUDENT', recipientId: ground.agencyIds['NGO1'], purpose: '주거비 지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화에서 들었어요', witnessId: staff('진서율') })
  const { rows } = await world.owner('select id from consents where student_id = $1', [child])
  const [{ id: consentId }] = rows as [{ id: string }]
  for (const verb of [confirmConsent, addPaper] as Verb[]) {
    await expect(press(verb, '송가비', { consentId, how: 'CALL_BACK', paperId: undefined })).rejects.toThrow(/observer|core.refusal.notFound/)
  }
  await world.owner('delete from consent_evidence; delete from consents')
})

test('nor sends a family the link of a form', async () => {
  const made = await press(issueForm, '강모아', { caseId, recipients: [ground.agencyIds['NGO1']], purpose: '주거비 지원', items: ['ECON'], validUntil: '2026-12-31', language: 'ko' })
  const formId = /form\/([\w-]{36})/.exec(made)?.[1]
  await expect(press(sendLink, '송가비', { caseId, formId, to: 'STUDENT' })).rejects.toThrow('sharing.refusal.observer')
  expect((await world.owner('select count(*)::int as n from consent_links')).rows).toEqual([{ n: 0 }])
})

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addDocument } from '#lib/cases/add-document.ts'
import { changeLevel, ChangeLevel } from '#lib/cases/change-level.ts'
import { removeMember } from '#lib/cases/remove-member.ts'
import { settleLevel } from '#lib/cases/settle-level.ts'
import { takeBackDocument } from '#lib/cases/take-back-document.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { agreeEnd, askEnd } from '#lib/conflicts/end-conflict.ts'
import type { Actor } from '#lib/core/actor.ts'
import { DocumentFields } from '#lib/documents/document.ts'
import { askApproval } from '#lib/people/ask-change.ts'
import { decideChange, withdrawChange } from '#lib/people/decide-change.ts'
import { endGoal } from '#lib/plans/end-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { liftHold, setHold } from '#lib/retention/hold-case.ts'
import { addReader, endReader } from '#lib/sealed/readers.ts'
import { answerReporter, askReporter } from '#lib/sealed/reporter.ts'
import { WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { addPaper } from '#lib/sharing/add-paper.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { endBasis } from '#lib/sharing/end-basis.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { reviewBasis } from '#lib/sharing/review-basis.ts'
import { endLink, sendLink } from '#lib/sharing/send-link.ts'
import { askUnblock, settleUnblock } from '#lib/sharing/unblock-guardian.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { connect } from '#tests/database.ts'
import { opened, versionOf } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'

/*
 * Somebody else is faster by a hair: she has changed the row and not yet said so when the verb reads it as it was. The
 * verb waits for her, finds nothing left to change, says so, and has done nothing: no event, no entry in the audit.
 */

const world = await makeWorld()
const faster = await connect('superuser')
await faster.query('set session_replication_role = replica')
const looking = await connect('superuser')
const { ground, guardianIds, studentIds } = world
const staff = (name: string) => ground.staffIds[name] ?? ''
const child = '노아린'
const password = demoPassword
let caseId: string

beforeAll(async () => {
  await world.owner('update sessions set proven_at = $1', [morning])
  caseId = await opened(world, { child, lead: '반소담', by: '류단우', members: ['문다희'], level: 'EMERGENCY' })
})

type Verb = (actor: Actor, input: never) => Promise<string>
const press = (verb: Verb, name: string, input: object) => world.at(morning, () => verb(world.as(name), { caseId, password, ...input } as never))
const last = async (table: string): Promise<string> => ((await world.owner(`select id from ${table} order by id desc limit 1`)).rows[0] as { id: string }).id
const traces = async () => (await world.owner('select (select count(*)::int from events) as events, (select count(*)::int from audit_entries) as audit, (select count(*)::int from graphile_worker._private_jobs) as promised')).rows

/** What is said and what has come about when a change of that row, not yet said when the verb reads, overtakes it. */
async function overtaken(table: string, id: string, change: string, verb: () => Promise<string>, key = 'id'): Promise<{ said: string; came: unknown }> {
  const before = await traces()
  await faster.query('begin')
  await faster.query(`update ${table} set ${change} where ${key} = $1`, [id])
  const waits = async () => (await looking.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount !== 0
  let said = ''
  const pressed = verb().then(() => 'done', (problem: Error) => problem.message).then((answer) => (said = answer))
  await expect.poll(async () => said !== '' || (await waits()), { timeout: 15_000 }).toBe(true)
  await faster.query('commit')
  await pressed
  const after = await traces()
  return { said, came: JSON.stringify(after) === JSON.stringify(before) ? 'nothing' : after }
}
const tooLate = { said: 'core.refusal.faster', came: 'nothing' }

const answeredBy = (column: string, at: string, name: string) => `${column} = '${staff(name)}', ${at} = app.now()`

test('taking somebody out of a case', async () => {
  const { rows } = await world.owner('select id from case_members where case_id = $1 and staff_id = $2', [caseId, staff('문다희')])
  expect(await overtaken('case_members', (rows[0] as { id: string }).id, `ended_at = app.now(), end_reason = 'REMOVED'`, () => press(removeMember, '반소담', { staffId: staff('문다희') }))).toEqual(tooLate)
  await faster.query('update case_members set ended_at = null, end_reason = null where case_id = $1', [caseId])
})

test('settling a level', async () => {
  const wanted = ChangeLevel.parse({ caseId, version: await versionOf(world, caseId), level: 'HIGH', levelReason: '먹고 자는 곳이 생겼어요', ratings: ['CARE:3'] })
  await press(changeLevel, '반소담', wanted)
  const proposalId = await last('level_proposals')
  expect(await overtaken('level_proposals', proposalId, `${answeredBy('settled_by_id', 'settled_at', '류단우')}, outcome = 'KEPT'`, () => press(settleLevel, '문다희', { proposalId, answer: 'KEPT' }))).toEqual(tooLate)
})

test('taking a file back', async () => {
  await world.at(morning, () => addDocument(world.as('반소담'), DocumentFields.parse({ caseId, kind: 'REPORT' }), { name: '의견서.pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') }, randomUUID()))
  const documentId = await last('documents')
  expect(await overtaken('documents', documentId, 'ended_at = app.now()', () => press(takeBackDocument, '반소담', { documentId }))).toEqual(tooLate)
})

test('asking for the end of a conflict, and agreeing to it', async () => {
  await press(declareConflict, '서강민', { staffId: staff('배온유') })
  const id = await last('conflicts')
  expect(await overtaken('conflicts', id, `${answeredBy('end_asked_by_id', 'end_asked_at', '서강민')}, end_reason = '이름만 같아요'`, () => press(askEnd, '문다희', { id, reason: '이름만 같은 다른 사람이에요' }))).toEqual(tooLate)
  expect(await overtaken('conflicts', id, answeredBy('ended_by_id', 'ended_at', '조해솔'), () => press(agreeEnd, '문다희', { id }))).toEqual(tooLate)
})

test('deciding on an approval, and taking the request back', async () => {
  const ask = () => press(askApproval, '하도경', { staffId: staff('반소담'), validUntil: '2027-12-31', paper: '한결중-2026-31', reason: '' })
  const decided = (await ask()).split('/').at(-1) ?? ''
  const change = `state = 'RETURNED', ${answeredBy('decided_by_id', 'decided_at', '서강민')}`
  expect(await overtaken('access_changes', decided, change, () => press(decideChange, '류단우', { id: decided, answer: 'GRANTED', comment: '' }))).toEqual(tooLate)
  const second = (await ask()).split('/').at(-1) ?? ''
  expect(await overtaken('access_changes', second, change, () => press(withdrawChange, '하도경', { id: second }))).toEqual(tooLate)
})

test('ending a goal', async () => {
  await press(setGoal, '반소담', { statement: '아침을 먹고 와요', domain: 'ECON', steps: ['', '', '', '', ''] })
  const goalId = await last('goals')
  expect(await overtaken('goals', goalId, 'ended_at = app.now(), version = version + 1', () => press(endGoal, '반소담', { goalId }))).toEqual(tooLate)
})

test('ending the reading of a sealed record, and answering who may know who reported', async () => {
  await press(writeSealed, '반소담', WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: '들은 내용', reporter: '옆 반 선생님', readers: [] }))
  const recordId = await last('sealed_records')
  await press(addReader, '반소담', { recordId, staffId: staff('문다희') })
  const reader = (await world.owner('select id from sealed_readers where record_id = $1 and staff_id = $2', [recordId, staff('문다희')])).rows[0] as { id: string }
  await press(askReporter, '문다희', { recordId, reason: '보호 회의에서 확인해야 해요' })
  const id = await last('reporter_grants')
  expect(await overtaken('reporter_grants', id, `answer = 'REFUSED', ${answeredBy('answered_by_id', 'answered_at', '서강민')}`, () => press(answerReporter, '서강민', { id, answer: 'GRANTED' }))).toEqual(tooLate)
  expect(await overtaken('sealed_readers', reader.id, 'ended_at = app.now()', () => press(endReader, '반소담', { readerId: reader.id }))).toEqual(tooLate)
})

test('ending a basis, and looking at it again', async () => {
  const basis = async () => {
    await press(recordBasis, '반소담', { recipientId: ground.agencyIds['NGO1'], kind: 'URGENT_RISK', reason: '오늘 밤 갈 곳이 없어요', items: ['ECON'], validUntil: '2026-11-30' })
    return last('lawful_bases')
  }
  const first = await basis()
  expect(await overtaken('lawful_bases', first, 'ended_at = app.now()', () => press(endBasis, '문다희', { basisId: first }))).toEqual(tooLate)
  const second = await basis()
  expect(await overtaken('lawful_bases', second, 'ended_at = app.now()', () => press(reviewBasis, '문다희', { basisId: second, outcome: 'KEEP', remark: '아직 필요해요' }))).toEqual(tooLate)
})

test('ending a family’s link', async () => {
  const made = await press(issueForm, '반소담', { recipients: [ground.agencyIds['NGO1']], purpose: '주거비 지원', items: ['ECON'], validUntil: '2026-12-31', language: 'ko' })
  await press(sendLink, '반소담', { formId: /form\/([\w-]{36})/.exec(made)?.[1], to: 'STUDENT' })
  const linkId = await last('consent_links')
  expect(await overtaken('consent_links', linkId, 'ended_at = app.now()', () => press(endLink, '반소담', { linkId }))).toEqual(tooLate)
})

test('putting a paper to an answer', async () => {
  await press(recordConsent, '반소담', { studentId: studentIds[child], subject: 'STUDENT', recipientId: ground.agencyIds['NGO1'], purpose: '주거비 지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화에서 들었어요', witnessId: staff('문다희') })
  const consentId = await last('consents')
  const paper = await signedPaper()
  const put = () => world.at(morning, () => addPaper(world.as('반소담'), { consentId, paperId: undefined }, paper))
  const { said } = await overtaken('consent_evidence', consentId, `paper_id = '${randomUUID()}'`, put, 'consent_id')
  expect(said).toBe('core.refusal.faster')
})

test('telling a guardian again: asked for, and settled', async () => {
  await press(blockGuardian, '반소담', { guardianIds: [guardianIds[child]], code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요' })
  const blockId = await last('guardian_blocks')
  expect(await overtaken('guardian_blocks', blockId, answeredBy('end_asked_by_id', 'end_asked_at', '반소담'), () => press(askUnblock, '문다희', { blockId, reason: '조사가 끝났어요' }))).toEqual(tooLate)
  expect(await overtaken('guardian_blocks', blockId, answeredBy('ended_by_id', 'ended_at', '류단우'), () => press(settleUnblock, '문다희', { blockId, answer: 'UNBLOCK' }))).toEqual(tooLate)
})

test('lifting a hold, and agreeing that a case is destroyed', async () => {
  await faster.query(`update cases set closed_at = $2, retain_until = '2026-01-01', retain_rule = 'YEARS 1' where id = $1`, [caseId, morning])
  await press(askDestruction, '서강민', { cases: [caseId] })
  const id = await last('destructions')
  expect(await overtaken('destructions', id, `state = 'REFUSED', ${answeredBy('decided_by_id', 'decided_at', '조해솔')}`, () => press(decideDestruction, '노을기', { id, answer: 'AGREED' }))).toEqual(tooLate)
  await press(setHold, '서강민', { reason: '소송이 끝날 때까지 둬요' })
  const holdId = await last('legal_holds')
  expect(await overtaken('legal_holds', holdId, answeredBy('lift_asked_by_id', 'lift_asked_at', '조해솔'), () => press(liftHold, '서강민', { holdId }))).toEqual(tooLate)
})

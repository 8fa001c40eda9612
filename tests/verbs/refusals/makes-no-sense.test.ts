import { beforeAll, expect, test } from 'vitest'
import { openCase } from '#lib/cases/open-case.ts'
import { takeBackDocument } from '#lib/cases/take-back-document.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { agreeEnd } from '#lib/conflicts/end-conflict.ts'
import { endSide, setSide } from '#lib/conflicts/sides.ts'
import type { Actor } from '#lib/core/actor.ts'
import { newId } from '#lib/core/id.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { reviewGlass } from '#lib/glass/review-glass.ts'
import { proposeIntervention } from '#lib/interventions/propose-intervention.ts'
import { resumeIntervention } from '#lib/interventions/resume-intervention.ts'
import { handOver } from '#lib/leaving/hand-over.ts'
import { setAbsence } from '#lib/people/absence.ts'
import { answerRecovery } from '#lib/people/answer-recovery.ts'
import { askApproval, askInvitation, askReturn, askRole } from '#lib/people/ask-change.ts'
import { askRecovery } from '#lib/people/ask-recovery.ts'
import { attestRights } from '#lib/people/attest-rights.ts'
import { decideChange, withdrawChange } from '#lib/people/decide-change.ts'
import { trainPeople } from '#lib/people/train-people.ts'
import { noticeConcern } from '#lib/referrals/notice-concern.ts'
import { setHold } from '#lib/retention/hold-case.ts'
import { answerReader } from '#lib/sealed/ask-reader.ts'
import { endReader } from '#lib/sealed/readers.ts'
import { answerReporter } from '#lib/sealed/reporter.ts'
import { addRoundPaper } from '#lib/sharing/add-round-paper.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { issueForm } from '#lib/sharing/issue-form.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { endLink, sendLink } from '#lib/sharing/send-link.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import { askUnblock, settleUnblock } from '#lib/sharing/unblock-guardian.ts'
import { connect } from '#tests/database.ts'
import { filled, opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'

/* What a form of ours would not send: somebody of elsewhere, a day that is over, a second hat. Said so, and nothing kept. */

const world = await makeWorld()
const superuser = await connect('superuser')
const { ground, studentIds, guardianIds } = world
const staff = (name: string) => ground.staffIds[name] ?? ''
const agency = (key: string) => ground.agencyIds[key] ?? ''
const child = studentIds['노아린'] ?? ''
const nobody = newId()
const [yesterday, tomorrow] = ['2026-11-23', '2026-11-25']
let caseId: string

beforeAll(async () => {
  caseId = await opened(world, { child: '노아린', lead: '반소담', by: '류단우', members: ['문다희'] })
  await world.owner('update sessions set proven_at = $1', [morning])
})

type Verb = (actor: Actor, input: never) => Promise<string>
const press = (verb: Verb, name: string, input: object) => world.at(morning, () => verb(world.as(name), { caseId, password: '', ...input } as never))
const kept = async () => {
  const { rows } = await superuser.query<{ relname: string }>(`select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'audit_entries' order by 1`)
  const counts = await superuser.query(`select ${rows.map(({ relname }) => `(select count(*)::int from ${relname}) as ${relname}`).join(', ')}`)
  return counts.rows[0] as unknown
}

const asked = { serviceCode: '', domain: 'ECON', request: '주거비를 물어봐 주세요', frequency: 'ONCE', startsOn: tomorrow }
const basis = { recipientId: agency('NGO1'), kind: 'URGENT_RISK', reason: '오늘 밤 갈 곳이 없어요', items: ['ECON'], validUntil: '2026-11-30' }
const role = { staffId: staff('반소담'), role: 'COUNSELOR', agencyId: agency('S4'), jobTitle: '', paper: '', reason: '인사 발령' }
const approval = { staffId: staff('반소담'), validUntil: '2027-12-31', paper: '한결중-2026-31', reason: '' }

test.each<[string, Verb, string, object, string]>([
  ['a conflict of somebody who is not here', declareConflict, '문다희', { staffId: nobody }, 'core.refusal.foreign'],
  ['a list without a case', makeExport, '문다희', { filters: { level: ['WATCH'] }, format: 'XLSX', reason: '월간 보고에 붙여요' }, 'exports.refusal.nothing'],
  ['a hold on a case that goes on', setHold, '서강민', { reason: '소송이 끝날 때까지 둬요' }, 'retention.refusal.open'],
  ['a file that is not there', takeBackDocument, '반소담', { documentId: nobody }, 'core.refusal.notFound'],
  ['an absence that ends before it begins', setAbsence, '반소담', { staffId: staff('반소담'), from: tomorrow, until: morning.toISOString().slice(0, 10), deputyId: staff('류단우') }, 'core.field.order'],
  ['an absence that is over', setAbsence, '반소담', { staffId: staff('반소담'), from: yesterday, until: yesterday, deputyId: staff('류단우') }, 'core.field.future'],
  ['a role for somebody who is not here', askRole, '하도경', { ...role, staffId: nobody }, 'core.refusal.notFound'],
  ['the role she has', askRole, '하도경', role, 'colleagues.refusal.same'],
  ['a body that is not ours', askReturn, '하도경', { ...role, agencyId: nobody }, 'core.refusal.foreign'],
  ['an approval that is over', askApproval, '하도경', { ...approval, validUntil: yesterday }, 'core.field.future'],
  ['an approval without a paper', askApproval, '하도경', { ...approval, paper: '' }, 'colleagues.refusal.paper'],
  ['an invitation to a body that is not ours', askInvitation, '하도경', { ...role, staffId: undefined, agencyId: nobody, name: '새사람', nameEn: '', email: 'new@demo.example' }, 'core.refusal.foreign'],
  ['a change that is not there', decideChange, '류단우', { id: nobody, answer: 'GRANTED', comment: '' }, 'core.refusal.notFound'],
  ['a training to come', trainPeople, '류단우', { doneOn: tomorrow, people: [staff('반소담')] }, 'core.field.past'],
  ['a body without people', attestRights, '노을기', { quarter: '2026-4', agencyId: nobody, needs: [], remark: '' }, 'core.refusal.notFound'],
  ['a second factor of somebody who is not here', askRecovery, '하도경', { staffId: nobody, reason: '전화를 잃었어요' }, 'core.refusal.notFound'],
  ['a next time that is over', resumeIntervention, '반소담', { interventionId: nobody, version: 1, nextAppointment: new Date(morning.getTime() - 1) }, 'core.field.future'],
  ['a service that is not ours', proposeIntervention, '반소담', { ...asked, agencyId: agency('GU') }, 'core.refusal.foreign'],
  ['a basis nobody may use', recordBasis, '반소담', { ...basis, kind: 'NO_SUCH' }, 'sharing.refusal.kindNotInUse'],
  ['a basis for a school', recordBasis, '반소담', { ...basis, recipientId: agency('S1') }, 'sharing.refusal'],
  ['a basis for a body that is not ours', recordBasis, '반소담', { ...basis, recipientId: nobody }, 'core.refusal.foreign'],
  ['an answer of a child who is not here', recordConsent, '반소담', { studentId: nobody, subject: 'STUDENT', recipientId: agency('NGO1'), purpose: '지원', items: ['ECON'], state: 'REFUSED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화', witnessId: staff('류단우') }, 'core.refusal.notFound'],
  ['a witness who is not here', recordConsent, '반소담', { studentId: child, subject: 'STUDENT', recipientId: agency('NGO1'), purpose: '지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화', witnessId: nobody }, 'core.refusal.foreign'],
  ['a link to a form that is not there', sendLink, '반소담', { formId: nobody, to: 'STUDENT' }, 'core.refusal.notFound'],
  ['a break-glass that is not there', reviewGlass, '노을기', { id: nobody, outcome: 'JUSTIFIED', remark: '' }, 'core.refusal.notFound'],
  ['the end of a conflict that is not there', agreeEnd, '문다희', { id: nobody }, 'core.refusal.notFound'],
  ['the end of a side that is not there', endSide, '문다희', { sideId: nobody }, 'core.refusal.notFound'],
  ['somebody on the other side by half a telephone number', setSide, '문다희', { number: '', phone: '010-12', email: '', address: '' }, 'conflicts.refusal.phone'],
  ['help of a body that is not there', proposeIntervention, '반소담', { ...asked, agencyId: nobody }, 'core.refusal.foreign'],
  ['a worry without how urgent it is', noticeConcern, '구슬아', { schoolId: agency('S4'), describedChild: '중3 남학생', concerns: ['HARDSHIP'], sentence: '저녁을 거르는 날이 많아요.', urgency: undefined }, 'core.field.choose'],
  ['an answer to who may read, that nobody asked', answerReader, '서강민', { id: nobody, answer: 'GRANTED' }, 'core.refusal.notFound'],
  ['an answer to who reported, that nobody asked', answerReporter, '서강민', { id: nobody, answer: 'GRANTED' }, 'core.refusal.notFound'],
  ['the end of a reading that is not there', endReader, '반소담', { readerId: nobody }, 'core.refusal.notFound'],
  ['a class of a year far ahead', startRound, '류단우', { schoolId: agency('S4'), schoolYear: 2030, students: [child], recipients: [agency('NGO1')], purpose: '지원', items: ['ECON'] }, 'core.field.unexpected'],
  ['answers of a class that was not asked', recordRound, '류단우', { roundId: nobody, line0: `${nobody}.${agency('NGO1')}`, student0: 'GRANTED' }, 'core.refusal.notFound'],
  ['a paper of a class without a file', addRoundPaper, '류단우', { roundId: nobody, formId: nobody }, 'documents.refusal.none'],
  ['the end of a link that is not there', endLink, '반소담', { linkId: nobody }, 'core.refusal.notFound'],
  ['a guardian of another child', blockGuardian, '반소담', { guardianIds: [guardianIds['박이든']], code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요' }, 'core.refusal.foreign'],
])('%s', async (_, verb, name, input, message) => {
  const before = await kept()
  await expect(press(verb, name, input)).rejects.toThrow(message)
  expect(await kept()).toEqual(before)
})

test('nobody answers for herself, nor takes back what another asked', async () => {
  const glass = newId()
  await superuser.query('set session_replication_role = replica')
  await superuser.query(`insert into break_glasses (id, office_id, staff_id, case_id, code, reason, opened_at, until, review_due_at)
    values ($1, $2, $3, $4, 'DUTY', '밤에 연락이 왔어요', $5, $5::timestamptz + interval '1 hour', $5::timestamptz + interval '1 day')`, [glass, ground.officeId, staff('서강민'), caseId, morning])
  await expect(press(reviewGlass, '서강민', { id: glass, outcome: 'JUSTIFIED', remark: '' })).rejects.toThrow('glass.refusal.ownReview')
  const change = (await press(askApproval, '류단우', { ...approval })).split('/').at(-1)
  await expect(press(withdrawChange, '하도경', { id: change })).rejects.toThrow('core.refusal.notAllowed')
  const recovery = (await press(askRecovery, '하도경', { staffId: staff('류단우'), reason: '전화를 잃었어요' })).split('/').at(-1)
  await expect(press(answerRecovery, '류단우', { recoveryId: recovery, answer: 'AGREED' })).rejects.toThrow(/recovery.own|core.refusal.notFound/)
})

test('whoever asked does not answer it herself, whatever she has become since: who may read, who reported', async () => {
  const [record, reader, grant, report] = [newId(), newId(), newId(), newId()]
  const asking = [ground.officeId, caseId, staff('서강민'), '아이를 바로 도와야 해요', morning]
  await superuser.query(`insert into sealed_readers (id, office_id, record_id, staff_id, named_by_id, at) values ($1, $2, $3, $4, $4, $5)`, [reader, ground.officeId, record, staff('서강민'), morning])
  await superuser.query(`insert into reader_grants (id, reader_id, office_id, case_id, asked_by_id, reason, asked_at) values ($6, $7, $1, $2, $3, $4, $5)`, [...asking, grant, reader])
  await superuser.query(`insert into reporter_grants (id, record_id, office_id, case_id, asked_by_id, reason, asked_at) values ($6, $7, $1, $2, $3, $4, $5)`, [...asking, report, record])
  await expect(press(answerReader, '서강민', { id: grant, answer: 'GRANTED' })).rejects.toThrow('sealed.refusal.ownAsking')
  await expect(press(answerReporter, '서강민', { id: report, answer: 'GRANTED' })).rejects.toThrow('sealed.refusal.ownAsking')
})

test('a lead of one school does not decide about another’s, and nobody twice that no guardian is told', async () => {
  const change = (await press(askApproval, '하도경', { ...approval, staffId: staff('류단우') })).split('/').at(-1)
  await expect(press(decideChange, '진서율', { id: change, answer: 'GRANTED', comment: '' })).rejects.toThrow(/colleagues.refusal.notYours|core.refusal.notFound/)
  const all = { all: true, guardianIds: [], code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요' }
  await press(blockGuardian, '반소담', all)
  await expect(press(blockGuardian, '반소담', { ...all, all: false, guardianIds: [guardianIds['노아린']] })).rejects.toThrow('sharing.refusal.allBlocked')
  const { rows } = await world.owner('select id from guardian_blocks where case_id = $1 and ended_at is null', [caseId])
  const [{ id: blockId }] = rows as [{ id: string }]
  await press(askUnblock, '문다희', { blockId, reason: '조사가 끝났어요' })
  await press(settleUnblock, '류단우', { blockId, answer: 'UNBLOCK' })
  for (const [verb, input] of [[askUnblock, { reason: '조사가 끝났어요' }], [settleUnblock, { answer: 'KEEP' }]] as [Verb, object][]) {
    await expect(press(verb, '류단우', { blockId, ...input })).rejects.toThrow('core.refusal.faster')
  }
})

test('a case does not grow out of a notice: the application comes first', async () => {
  const noticed = (await press(noticeConcern, '구슬아', { schoolId: agency('S1'), describedChild: '1학년쯤 되는 남학생', concerns: ['SAFETY_OTHER'], sentence: '저녁에도 혼자 놀이터에 있어요.', urgency: 'THIS_WEEK' })).split('/').at(-1) ?? ''
  await expect(press(openCase, '문다희', filled({ referralId: noticed, leadId: staff('임보라') }))).rejects.toThrow('cases.refusal.noticeFirst')
})

test('who may answer for help still hands nobody’s on: that is for those who look after people', async () => {
  await expect(press(handOver, '강모아', { staffId: staff('진서율'), kind: 'SUPPORTS', toId: staff('강모아'), items: [caseId] })).rejects.toThrow('core.refusal.notAllowed')
})

test('a conflict of somebody who has left is not written down', async () => {
  await world.owner('update staff set left_at = $2 where id = $1', [staff('모은결'), morning])
  await expect(press(declareConflict, '문다희', { staffId: staff('모은결') })).rejects.toMatchObject({ field: 'staffId', message: 'core.refusal.foreign' })
  await world.owner('update staff set left_at = null where id = $1', [staff('모은결')])
})

test('a partner’s lead hands on no referral', async () => {
  await expect(press(handOver, '백지운', { staffId: staff('표은호'), kind: 'REFERRALS', toId: staff('백지운'), items: [caseId] })).rejects.toThrow('core.refusal.notAllowed')
})

test('whoever leads a case is not taken out of its team, nor handed on as one of it', async () => {
  await expect(press(handOver, '류단우', { staffId: staff('반소담'), kind: 'TEAMS', toId: staff('류단우'), items: [caseId] })).rejects.toThrow('cases.refusal.leadStays')
})

test('a closed case is let out to nobody any more', async () => {
  const made = await press(issueForm, '반소담', { recipients: [agency('NGO1')], purpose: '주거비 지원', items: ['ECON'], validUntil: '2026-12-31', language: 'ko' })
  const formId = /form\/([\w-]{36})/.exec(made)?.[1]
  await world.owner('update cases set closed_at = $2 where id = $1', [caseId, morning])
  for (const [verb, input] of [[recordBasis, basis], [issueForm, { recipients: [agency('NGO1')], purpose: '주거비 지원', items: ['ECON'], validUntil: '2026-12-31', language: 'ko' }], [sendLink, { formId, to: 'STUDENT' }]] as [Verb, object][]) {
    await expect(press(verb, '반소담', input)).rejects.toThrow('core.refusal.caseClosed')
  }
})

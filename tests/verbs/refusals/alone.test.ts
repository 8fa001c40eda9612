import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCase } from '#lib/cases/close-case.ts'
import { agreeEnd } from '#lib/conflicts/end-conflict.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { downloadExport } from '#lib/exports/download-export.ts'
import { MakeExport, TakeLog } from '#lib/exports/export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { takeLog } from '#lib/exports/take-log.ts'
import { reviewGlass } from '#lib/glass/review-glass.ts'
import { answerRecovery } from '#lib/people/answer-recovery.ts'
import { askRole } from '#lib/people/ask-change.ts'
import { attestRights } from '#lib/people/attest-rights.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { addPaper } from '#lib/sharing/add-paper.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { narrowConsent } from '#lib/sharing/narrow-consent.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { settleUnblock } from '#lib/sharing/unblock-guardian.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { connect } from '#tests/database.ts'
import { opened, versionOf } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'

/*
 * Two locks stand at each door, the application's and the database's. Here the database's are taken away, from this
 * file's own copy: what is refused now is refused by the application alone.
 */

const world = await makeWorld()
const superuser = await connect('superuser')
const { ground, studentIds, guardianIds } = world
const staff = (name: string) => ground.staffIds[name] ?? ''
const child = '노아린'
let caseId: string

beforeAll(async () => {
  caseId = await opened(world, { child, lead: '반소담', by: '류단우', members: ['문다희'], level: 'EMERGENCY' })
  await world.owner('update sessions set proven_at = $1', [morning])
  const { rows } = await superuser.query<{ sql: string }>(`
    select format('alter table %s disable row level security', oid::regclass) as sql from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select format('alter table %s disable trigger user', oid::regclass) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
    union all select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'x', 'f')
    union all select format('drop index %s', i.indexrelid::regclass) from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indisunique and not i.indisprimary
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
    union all select format('grant select, insert, update on %s to hanai_app', oid::regclass) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  for (const { sql } of rows) await superuser.query(sql)
})
afterAll(closeIdentityDoor)

type Verb = (actor: Actor, input: never) => Promise<string>
const press = (verb: Verb, name: string, input: object) => world.at(morning, () => verb(world.as(name), { caseId, password: demoPassword, ...input } as never))
const put = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const id = newId()
  const all = { id, office_id: ground.officeId, ...row }
  await superuser.query(`insert into ${table} (${Object.keys(all).join()}) values (${Object.keys(all).map((_, at) => `$${at + 1}`).join()})`, Object.values(all))
  return id
}

test('an emergency is not closed', async () => {
  const version = await versionOf(world, caseId)
  await expect(press(closeCase, '반소담', { version, reason: 'GOALS_MET', summary: '마쳤어요', goalResults: [], remaining: '', voice: '' })).rejects.toThrow('cases.refusal.emergencyStays')
})

test('nobody is the second of two with herself: a conflict, a guardian, a broken glass, a lost second factor', async () => {
  const conflict = await put('conflicts', { staff_id: staff('배온유'), student_id: studentIds[child], how: 'NAMED', declared_by: staff('문다희'), declared_at: morning, end_asked_by_id: staff('문다희'), end_asked_at: morning, end_reason: '이름만 같아요' })
  await expect(press(agreeEnd, '문다희', { id: conflict })).rejects.toThrow('conflicts.refusal.twoPersons')
  await superuser.query('delete from conflicts where id = $1', [conflict])

  await press(blockGuardian, '반소담', { guardianIds: [guardianIds[child]], code: 'SUSPECTED', reason: '집에 먼저 알려지면 위험해요' })
  await superuser.query('update guardian_blocks set end_asked_by_id = $1, end_asked_at = $2', [staff('류단우'), morning])
  const { rows: [block] } = await superuser.query<{ id: string }>('select id from guardian_blocks')
  await expect(press(settleUnblock, '류단우', { blockId: block?.id, answer: 'UNBLOCK' })).rejects.toThrow('sharing.refusal.unblockByTwo')
  const consent = { studentId: studentIds[child], subject: 'GUARDIAN', guardianId: guardianIds[child], recipientId: ground.agencyIds['NGO1'], purpose: '지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화', witnessId: staff('류단우'), verifiedHow: 'KNOWN' }
  await expect(press(recordConsent, '반소담', consent)).rejects.toThrow('sharing.refusal.guardianBlocked')
  await superuser.query('delete from guardian_block_reasons; delete from guardian_blocks')

  const glass = await put('break_glasses', { staff_id: staff('서강민'), case_id: caseId, code: 'DUTY', reason: '밤에 연락이 왔어요', opened_at: morning, until: morning, review_due_at: morning })
  await expect(press(reviewGlass, '서강민', { id: glass, outcome: 'JUSTIFIED', remark: '' })).rejects.toThrow('glass.refusal.ownReview')

  const recovery = await put('account_recoveries', { staff_id: staff('류단우'), asked_by_id: staff('하도경'), asked_at: morning, reason: '전화를 잃었어요' })
  await expect(press(answerRecovery, '류단우', { recoveryId: recovery, answer: 'AGREED' })).rejects.toThrow('recovery.own')
})

test('nobody asks for a role of her own, nor for one that her body does not have', async () => {
  const role = { agencyId: ground.agencyIds['S4'], jobTitle: '', reason: '인사 발령' }
  await expect(press(askRole, '하도경', { ...role, staffId: staff('하도경'), role: 'COUNSELOR' })).rejects.toThrow('colleagues.refusal.own')
  await expect(press(askRole, '하도경', { ...role, staffId: staff('반소담'), role: 'PARTNER_LEAD' })).rejects.toThrow('colleagues.refusal.roleFits')
})

test('who reported is not opened by whoever may read the content', async () => {
  const path = await press(writeSealed, '반소담', WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: '들은 내용', reporter: '옆 반 선생님', readers: [staff('문다희')] }))
  const recordId = path.split('/').at(-1)
  await expect(press(openSealed, '문다희', { recordId, what: 'REPORTER', reason: '보호 회의 전에 확인해요' })).rejects.toThrow('core.refusal.notFound')
})

test('a paper that is there is not replaced', async () => {
  const paper = await signedPaper()
  const answer = { studentId: studentIds[child], subject: 'STUDENT', recipientId: ground.agencyIds['NGO1'], purpose: '지원', items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'PAPER', evidence: '상담실 보관' }
  await world.at(morning, () => recordConsent(world.as('반소담'), answer as never, paper))
  const { rows: [consent] } = await superuser.query<{ id: string }>('select id from consents order by id desc limit 1')
  await expect(world.at(morning, () => addPaper(world.as('반소담'), { consentId: consent?.id ?? '', paperId: undefined }, paper))).rejects.toThrow('sharing.refusal.paperThere')
})

test('what is changed by somebody faster is not changed twice, nor told of a child who is not here', async () => {
  const quarter = { quarter: '2026-4', agencyId: ground.agencyIds['S4'], needs: [], remark: '' }
  await press(attestRights, '노을기', quarter)
  await expect(press(attestRights, '노을기', quarter)).rejects.toThrow('core.refusal.faster')

  const answer = { subject: 'STUDENT', recipientId: ground.agencyIds['GU'], purpose: '지원', items: ['ECON', 'CARE'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'VERBAL', evidence: '통화', witnessId: staff('류단우') }
  await expect(press(recordConsent, '반소담', { ...answer, studentId: newId() })).rejects.toThrow('core.refusal.notFound')
  await press(recordConsent, '반소담', { ...answer, studentId: studentIds[child] })
  const { rows: [consent] } = await superuser.query<{ id: string }>('select id from consents order by id desc limit 1')
  await superuser.query(`create function overtaken() returns trigger language plpgsql as 'begin return null; end'; create trigger overtaken before update on consents for each row execute function overtaken()`)
  await expect(press(narrowConsent, '반소담', { consentId: consent?.id, items: ['ECON'], evidenceKind: 'PAPER', evidence: '창구에서 다시 적음' })).rejects.toThrow('core.refusal.faster')
  await superuser.query('drop trigger overtaken on consents')
})

test('a list is gone after its time, and holds no more than the most', async () => {
  const make = () => world.at(morning, () => makeExport(world.as('문다희'), MakeExport.parse({ format: 'CSV', reason: '월례 회의 자료를 만들어요', password: demoPassword })))
  const id = (await make()).replace('/exports/', '')
  const later = new Date(morning.getTime() + 25 * 3_600_000)
  await expect(world.at(later, () => asActor(world.as('문다희'), (tx) => downloadExport(tx, world.as('문다희'), id)))).rejects.toMatchObject({ status: 410 })
  await superuser.query(`insert into cases select (x).* from (select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'M-' || n)) as x from cases c cross join generate_series(1, 5001) n where c.id = $1) many`, [caseId])
  await expect(make()).rejects.toMatchObject({ message: 'exports.refusal.tooMany' })
  await superuser.query(`insert into audit_entries (id, office_id, at, staff_id, action, outcome) select gen_random_uuid(), $1, $2, $3, 'case.read', 'done' from generate_series(1, 50001)`, [ground.officeId, morning, staff('문다희')])
  await expect(press(takeLog, '노을기', TakeLog.parse({ month: '2026-11', format: 'CSV', reason: '월간 점검에 붙여요', kind: '', password: demoPassword }))).rejects.toMatchObject({ message: 'exports.refusal.tooManyLines' })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unnamed } from '#lib/cases/unnamed.ts'
import { amendWarnedNote, WarnedAmendment, WarnedNote, writeWarnedNote } from '#lib/cases/warned-note.ts'
import { asActor } from '#lib/core/door.ts'
import { forgetKeys, rewrapCaseKeys } from '#lib/core/case-keys.ts'
import { newId } from '#lib/core/id.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { addKeys, dropOldKeys } from '#lib/core/keys.ts'
import { grantOf } from '#lib/sealed/grants.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { sealedPage } from '#lib/sealed/queries.ts'
import { answerReporter, askReporter } from '#lib/sealed/reporter.ts'
import { OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { decisionsFor, roomOf } from '#lib/today/deciding.ts'
import { markReporters } from '#scripts/mark-reporters.ts'
import { connect } from '#tests/database.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'hanai-keys-'))
process.env['HANAI_KEYS'] = join(folder, 'keys.json')
const world = await makeWorld()
const reporter = '캐너리신고자 체육 선생님'
const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
let caseId: string
let recordId: string

const fresh = (at: Date) => world.owner('update sessions set created_at = $1, proven_at = null', [at])
const ask = (by: string, at = morning) => world.at(at, () => askReporter(world.as(by), { caseId, recordId, reason: '보호 회의에서 확인해야 해요' }))
const waiting = async () => String(((await world.owner(`select id from reporter_grants where answer is null`)).rows as { id: string }[])[0]?.id)
const answer = async (by: string, choice: 'GRANTED' | 'REFUSED') => { const id = await waiting(); return world.at(morning, () => answerReporter(world.as(by), { id, answer: choice, password: '' })) }
const open = (by: string, at = morning) => world.at(at, () => openSealed(world.as(by), OpenSealed.parse({ caseId, recordId, what: 'REPORTER', reason: '보호 회의 전에 확인해요' })))
const sees = (by: string, at = morning) => world.at(at, () => asActor(world.as(by), async (tx) => (await sealedPage(tx, world.as(by), caseId, recordId))?.reporter))
const inSql = async (by: string) => (await world.sql(by, 'select from sealed_reporters')).rowCount

/** Where the first page leads somebody who is to decide. */
const decides = (by: string) => world.at(morning, async () => (await asActor(world.as(by), (tx) => decisionsFor(tx, world.as(by)))).map(roomOf))

beforeAll(async () => {
  caseId = await opened(world, { child: '노아린', lead: '반소담', by: '류단우', members: ['문다희'] })
  await fresh(after(-1))
  const path = await world.at(morning, () => writeSealed(world.as('반소담'), WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: '들은 내용', reporter, readers: [world.as('문다희').staffId] })))
  recordId = path.split('/').at(-1) ?? ''
})
afterAll(async () => {
  await closeIdentityDoor()
  rmSync(folder, { recursive: true })
})

test('a named coordinator asks; nobody else does, and asking opens nothing', async () => {
  await expect(ask('배온유')).rejects.toThrow('core.refusal.notFound')
  await expect(ask('류단우')).rejects.toThrow('core.refusal.notAllowed')
  await ask('문다희')
  await expect(ask('문다희')).rejects.toThrow('core.refusal.faster')
  await expect(open('문다희')).rejects.toThrow('core.refusal.notFound')
  await expect(world.sql('문다희', `insert into sealed_openings (id, office_id, record_id, staff_id, what, reason, at) values (gen_random_uuid(), $1, $2, $3, 'REPORTER', '보호 회의 전에 확인해요', app.now())`, [world.ground.officeId, recordId, world.as('문다희').staffId])).rejects.toThrow('row-level security')
})

test('her first page leads the centre’s lead to it, and nobody else’s does', async () => {
  expect(await decides('서강민')).toEqual([`/reporters/${await waiting()}`])
  for (const name of ['문다희', '배온유', '류단우', '반소담', '노을기', '하도경']) expect(await decides(name), name).toEqual([])
})

test('the centre’s lead alone allows it, freshly proven, and not by bare SQL for longer', async () => {
  const id = await waiting()
  await expect(answer('문다희', 'GRANTED')).rejects.toThrow('core.refusal.notAllowed')
  await expect(world.sql('문다희', `update reporter_grants set answer = 'GRANTED' where id = $1`, [id])).resolves.toMatchObject({ rowCount: 0 })
  const grant = (days: number) => world.sql('서강민', `update reporter_grants set answer = 'GRANTED', answered_by_id = $1, answered_at = app.now() + make_interval(days => $3), until = app.now() + make_interval(days => $3) where id = $2`, [world.as('서강민').staffId, id, days])
  await expect(grant(30)).rejects.toThrow('row-level security')
  await fresh(after(-60))
  await expect(grant(1)).resolves.toMatchObject({ rowCount: 0 })
  await fresh(after(-1))
  await answer('서강민', 'REFUSED')
  expect(await decides('서강민')).toEqual([])
  await expect(open('문다희')).rejects.toThrow('core.refusal.notFound')
})

test('allowed, she who asked reads it after proof and reason, and whoever allowed it does not', async () => {
  await ask('문다희')
  const id = await waiting()
  await answer('서강민', 'GRANTED')
  await expect(ask('문다희')).rejects.toThrow('core.refusal.faster')
  expect(await sees('문다희')).toBeNull()
  await open('문다희')
  expect(await sees('문다희')).toBe(reporter)
  expect([await inSql('문다희'), await inSql('서강민'), await inSql('배온유')]).toEqual([1, 0, 0])
  await expect(world.at(morning, () => openSealed(world.as('서강민'), OpenSealed.parse({ caseId, recordId, what: 'REPORTER', reason: '보호 회의 전에 확인해요' })))).rejects.toThrow('core.refusal.notFound')
  const grant = await world.at(morning, () => asActor(world.as('서강민'), (tx) => grantOf(tx, world.as('서강민'), id)))
  expect(JSON.stringify(grant)).not.toContain('캐너리')
  expect((await world.owner(`select action from audit_entries where action like 'sealed.reporter-%' order by place, id`)).rows.map(({ action }: { action: string }) => action)).toEqual(
    ['sealed.reporter-asked', 'sealed.reporter-refused', 'sealed.reporter-asked', 'sealed.reporter-granted', 'sealed.reporter-read'])
})

test('after a day, or named no more, it is closed again', async () => {
  await fresh(after(24 * 60))
  await expect(open('문다희', after(24 * 60 + 1))).rejects.toThrow('core.refusal.notFound')
  await fresh(after(60))
  await open('문다희', after(61))
  await world.owner('update sealed_readers set ended_at = $1 where staff_id = $2', [after(61), world.as('문다희').staffId])
  expect(await sees('문다희', after(62))).toBeUndefined()
  expect(await inSql('문다희')).toBe(0)
})

describe('a text that names who reported', () => {
  const note = (by: string, body: string, more: object = {}) => world.at(after(65), () => writeWarnedNote(world.as(by), WarnedNote.parse({ caseId, body, ...more })))
  const kept = async () => (await world.owner(`select count(*)::int as n from notes`)).rows[0] as { n: number }
  const warnings = async () => ((await world.owner(`select staff_id from audit_entries where action = 'sealed.reporter-warned' order by place, id`)).rows as { staff_id: string }[]).map(({ staff_id }) => staff_id)

  beforeAll(async () => {
    await world.at(after(64), () => writeSealed(world.as('반소담'), WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: '들은 내용', reporterNames: '박가온 선생님, 체육 선생님', reporter: '010-0000-7777로 연락, 도담이가 옆에 있었음', readers: [world.as('류단우').staffId] })))
  })

  test('is asked about once, of whoever may know it, and kept if she insists', async () => {
    for (const body of ['박가온이 봤대요', '박 가온 씨의 말', '가온 쌤께', '체육 선생님이 신고했대요', '연락은 010 0000 7777로']) {
      const before = await kept()
      await expect(note('반소담', body, { contactsOk: 'on' }), body).rejects.toMatchObject({ message: 'sealed.refusal.namesReporter', field: 'reporterOk', status: 422 })
      expect(await kept()).toEqual(before)
    }
    await note('반소담', '박수를 치며 온 아이')
    const { n } = await kept()
    await note('반소담', '박가온 선생님과 상담했어요', { reporterOk: 'on' })
    expect((await kept()).n).toBe(n + 1)
    expect(await warnings()).toEqual(Array.from({ length: 5 }, () => world.as('반소담').staffId))
  })

  test('is asked about when a note is added to and when a meeting is written down', async () => {
    const noteId = String((await world.owner(`select id from notes where author_id = $1 limit 1`, [world.as('반소담').staffId])).rows[0]?.['id'])
    await expect(world.at(after(65), () => amendWarnedNote(world.as('반소담'), WarnedAmendment.parse({ caseId, noteId, version: 1, body: '박가온' })))).rejects.toThrow('sealed.refusal.namesReporter')
    let deeds = 0
    const verb = async () => `done ${++deeds}`
    const interventionId = newId()
    await world.owner(`insert into interventions (id, office_id, case_id, domain, service_code, agency_id, proposer_id, request, frequency, starts_on, state, due_at, proposed_at, version)
      values ($1, $2, $3, 'ECON', 'NGO-01', $4, $5, '부탁', '주 1회', '2026-11-01', 'ACTIVE', $6, $6, 1)`, [interventionId, world.ground.officeId, caseId, world.ground.agencyIds['WEE'], world.as('반소담').staffId, after(60)])
    const held = unnamed('intervention.session', verb, () => '박가온에게 들었어요')
    await expect(world.at(after(65), () => held(world.as('반소담'), { interventionId }))).rejects.toThrow('sealed.refusal.namesReporter')
    expect(await world.at(after(65), () => held(world.as('류단우'), { interventionId }))).toBe('done 1')
  })

  test('is answered the same to everybody else, whether it does or not: named reader, lead, member, centre', async () => {
    const before = await warnings()
    for (const by of ['류단우', '문다희', '서강민']) {
      const answers = []
      for (const body of ['박가온 선생님이 신고했대요', '박가영 선생님이 신고했대요']) {
        const rows = await world.owner('select count(*)::int as n from audit_entries')
        const path = await note(by, body)
        const more = await world.owner('select count(*)::int - $1 as n from audit_entries', [rows.rows[0]?.['n']])
        answers.push([path.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'), more.rows[0]?.['n']])
      }
      expect(answers[0], by).toEqual(answers[1])
    }
    expect(await warnings()).toEqual(before)
  })

  test('nor does the database tell anybody else, asked with the very marks; and no role reads them', async () => {
    const all = (await world.owner('select array_agg(mark) as all from reporter_marks')).rows[0]?.['all'] as Buffer[]
    expect(all.length).toBe(48)
    expect((await world.sql('반소담', 'select app.names_reporter($1, $2::bytea[])', [caseId, all])).rowCount).toBe(2)
    for (const by of ['류단우', '문다희', '배온유', '서강민', '노을기', '하도경', '도서진']) expect((await world.sql(by, 'select app.names_reporter($1, $2::bytea[])', [caseId, all])).rowCount, by).toBe(0)
    for (const by of ['반소담', '류단우']) await expect(world.sql(by, 'select * from reporter_marks')).rejects.toThrow('permission denied')
    await expect(world.sql('류단우', `insert into reporter_marks (office_id, record_id, mark) values ($1, $2, '\\x00')`, [world.ground.officeId, recordId])).rejects.toThrow('row-level security')
  })

  test('is asked about of her who was allowed to know, for that day alone', async () => {
    await world.owner('update sealed_readers set ended_at = null where staff_id = $1', [world.as('문다희').staffId])
    await world.owner(`update reporter_grants set until = $1, answered_at = $2 where answer = 'GRANTED'`, [after(120), after(0)])
    await expect(note('문다희', '체육 선생님이 봤대요')).resolves.toContain('/cases/')
    await world.owner(`update reporter_grants set record_id = (select record_id from sealed_reporters order by at desc limit 1) where answer = 'GRANTED'`)
    await world.owner(`insert into sealed_readers (id, office_id, record_id, staff_id, named_by_id, at) select gen_random_uuid(), office_id, record_id, $1, by_id, at from sealed_reporters order by at desc limit 1`, [world.as('문다희').staffId])
    await expect(note('문다희', '박가온이 봤대요')).rejects.toThrow('sealed.refusal.namesReporter')
    await world.owner(`update reporter_grants set until = $1 where answer = 'GRANTED'`, [after(64)])
    await expect(note('문다희', '박가온이 봤대요')).resolves.toContain('/cases/')
  })

  test('is found as before when keys are turned; marks of before there were any are made then', async () => {
    addKeys()
    await rewrapCaseKeys()
    dropOldKeys()
    await expect(note('반소담', '박가온이 봤대요')).rejects.toThrow('sealed.refusal.namesReporter')
    await world.owner('delete from reporter_marks')
    await expect(note('반소담', '박가온이 봤대요')).resolves.toContain('/cases/')
    const owner = await connect('owner')
    expect([await markReporters(owner), await markReporters(owner)]).toEqual([2, 0])
    await expect(note('반소담', '박가온이 봤대요')).rejects.toThrow('sealed.refusal.namesReporter')
  })

  test('is lost with the key of its case: another makes other marks', async () => {
    await forgetKeys(new Set([caseId]))
    await expect(note('반소담', '박가온이 봤대요')).resolves.toContain('/cases/')
  })
})

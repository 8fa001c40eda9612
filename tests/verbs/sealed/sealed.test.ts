import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { casePage } from '#lib/cases/queries.ts'
import { caseList } from '#lib/cases/list.ts'
import { keyOf } from '#lib/core/box.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { looksAt } from '#lib/audit/queries.ts'
import { myDashboard } from '#lib/dashboard/my-dashboard.ts'
import { addKeys, dropOldKeys } from '#lib/core/keys.ts'
import { seal, unseal } from '#lib/core/ring-box.ts'
import { answerReader, askReader } from '#lib/sealed/ask-reader.ts'
import { readerAsked } from '#lib/sealed/grants.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { brokenSeals, nameable, sealedOf, sealedPage } from '#lib/sealed/queries.ts'
import { addReader, endReader } from '#lib/sealed/readers.ts'
import { OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { frameFor } from '#lib/today/frame.ts'
import { found } from '#lib/today/search.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let caseId: string
let record: string
const folder = mkdtempSync(join(tmpdir(), 'hanai-keys-'))
process.env['HANAI_KEYS'] = join(folder, 'keys.json')
const content = '캐너리내용: 아버지가 밤마다 소리를 지르고 때린다고 해요'
const reporter = '캐너리신고자 체육 선생님 010-0000-7777'
const after = (minutes: number) => new Date(morning.getTime() + minutes * 60_000)
const write = (name: string, more: object = {}) => world.at(morning, () => writeSealed(world.as(name), WriteSealed.parse({ caseId, kind: 'ABUSE_REPORT', body: content, reporter, readers: [], ...more })))
const open = (name: string, more: object = {}, at = morning) => world.at(at, () => openSealed(world.as(name), OpenSealed.parse({ caseId, recordId: record, what: 'CONTENT', reason: '보호 회의 전에 확인해요', ...more })))
const look = (name: string, at = morning) => world.at(at, () => asActor(world.as(name), (tx) => sealedPage(tx, world.as(name), caseId, record)))
const lines = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => sealedOf(tx, world.as(name), caseId)))
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
/** Everybody is fresh from signing in, unless a test says otherwise. */
const signedInAt = (at: Date) => world.owner('update sessions set created_at = $1, proven_at = null', [at])

/** All that the pages would show of the case, and around it, to somebody. */
const everything = (name: string) => world.at(morning, async () => {
  const actor = world.as(name)
  const page = await casePage(actor, caseId, {}, frameFor)
  return JSON.stringify(await asActor(actor, async (tx) => [
    page, await caseList(tx, actor, {}), await found(tx, actor, 'G-2026'), await sealedOf(tx, actor, caseId),
    actor.role === 'SCHOOL_LEAD' || actor.role === 'COORDINATOR' ? [await myDashboard(tx, actor), (await looksAt(tx, actor, caseId, 50)).map(({ who }) => who)] : [],
  ]))
})

beforeAll(async () => {
  world = await makeWorld()
  caseId = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['문다희', '반소담'] })
  await signedInAt(after(-1))
})
afterAll(async () => {
  await closeIdentityDoor()
  rmSync(folder, { recursive: true })
})

test('to whoever is not named, the case looks the same to the byte before and after', async () => {
  const people = ['류단우', '문다희', '서강민', '도서진', '윤채담']
  for (const name of people) await everything(name)
  const before: Record<string, string> = {}
  for (const name of people) before[name] = await everything(name)
  record = (await write('반소담')).split('/').at(-1) ?? ''
  for (const name of people) expect(await everything(name), name).toBe(before[name])
  expect(await rows(`select count(*)::int as n from events where at >= $1 and type like 'sealed%'`, [morning])).toEqual([{ n: 0 }])
})

test('neither content nor reporter stands in the database, in the record of access, in the queue or in the file of keys', async () => {
  const tables = await rows(`select relname as name from pg_class where relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and relkind = 'r'`)
  for (const { name } of tables) {
    const kept = await rows(`select t::text as all from ${String(name).startsWith('_private') ? 'graphile_worker.' : ''}${String(name)} t`).catch(() => [])
    expect(kept.filter(({ all }) => /캐너리|010-0000-7777/.test(String(all))), String(name)).toEqual([])
  }
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).not.toMatch(/캐너리/)
})

test('its writer opens it by a reason, for ten minutes, and who reported by another', async () => {
  expect(await look('반소담')).toMatchObject({ opened: false, content: null, reporterOpened: false, reporter: null, withReporter: true })
  expect(() => OpenSealed.parse({ caseId, recordId: record, what: 'CONTENT', reason: '짧아' })).toThrow('sealed.refusal.reasonShort')
  await open('반소담')
  expect(await look('반소담')).toMatchObject({ opened: true, content, reporterOpened: false, reporter: null })
  await open('반소담', { what: 'REPORTER' })
  expect(await look('반소담')).toMatchObject({ content, reporter })
  await signedInAt(after(10))
  expect(await look('반소담', after(11))).toMatchObject({ opened: false, content: null, reporter: null })
  await signedInAt(after(-1))
})

test('only after a proof', async () => {
  await signedInAt(after(-11))
  await expect(open('반소담')).rejects.toThrow('access.proof.needed')
  await expect(world.sql('반소담', `insert into sealed_openings (id, office_id, record_id, staff_id, what, reason, at) values (gen_random_uuid(), '${world.ground.officeId}', '${record}', '${world.as('반소담').staffId}', 'CONTENT', '이유는 이것이에요 열 글자', app.now())`)).rejects.toThrow('row-level security')
  await signedInAt(after(-1))
})

describe('nobody else', () => {
  test('finds it, opens it or reads a row of it, member, lead, centre, privacy officer or administrator', async () => {
    for (const name of ['류단우', '문다희', '서강민', '노을기', '하도경', '도서진']) {
      expect(await lines(name), name).toEqual([])
      await expect(open(name), name).rejects.toThrow(/core.refusal.(notFound|notAllowed)/)
      for (const table of ['sealed_records', 'sealed_reporters']) expect((await world.sql(name, `select * from ${table}`)).rowCount, `${table} for ${name}`).toBe(0)
    }
    expect((await world.sql('류단우', 'select * from sealed_readers')).rowCount).toBe(0)
  })

  test('names herself', async () => {
    await expect(world.at(morning, () => addReader(world.as('류단우'), { caseId, recordId: record, staffId: world.as('류단우').staffId }))).rejects.toThrow('core.refusal.notFound')
    await expect(world.sql('류단우', `insert into sealed_readers (id, office_id, record_id, staff_id, named_by_id, at) values (gen_random_uuid(), '${world.ground.officeId}', '${record}', '${world.as('류단우').staffId}', '${world.as('류단우').staffId}', app.now())`)).rejects.toThrow('row-level security')
  })

  test('sees it through broken glass', async () => {
    await world.owner(`insert into break_glasses (id, office_id, case_id, staff_id, code, reason, opened_at, until, review_due_at) values (gen_random_uuid(), $1, $2, $3, 'OTHER', '급하게 확인해야 해요', $4, $5, $5)`, [world.ground.officeId, caseId, world.as('문다희').staffId, after(-1), after(60)])
    expect(await lines('문다희')).toEqual([])
  })
})

describe('whoever is named', () => {
  const name = (reader: string) => world.at(morning, () => addReader(world.as('반소담'), { caseId, recordId: record, staffId: world.as(reader).staffId }))

  test('opens the content and never who reported', async () => {
    await name('류단우')
    await open('류단우')
    expect(await look('류단우')).toMatchObject({ content, withReporter: false, reporter: null })
    await expect(open('류단우', { what: 'REPORTER' })).rejects.toThrow('core.refusal.notFound')
    await expect(world.sql('류단우', `insert into sealed_openings (id, office_id, record_id, staff_id, what, reason, at) values (gen_random_uuid(), '${world.ground.officeId}', '${record}', '${world.as('류단우').staffId}', 'REPORTER', '이유는 이것이에요 열 글자', app.now())`)).rejects.toThrow('row-level security')
  })

  test('is of the team or the centre, inside the circle, and no relative', async () => {
    for (const outsider of ['도서진', '윤채담', '노을기']) await expect(name(outsider), outsider).rejects.toThrow('sealed.refusal.notNameable')
    expect((await world.at(morning, () => asActor(world.as('반소담'), (tx) => nameable(tx, world.as('반소담'), caseId, null)))).map((one) => one.name).sort()).toEqual(['류단우', '문다희', '배온유', '서강민'].sort())
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [world.ground.officeId, world.as('배온유').staffId, world.studentIds['노아린'], morning])
    await expect(name('배온유')).rejects.toThrow('sealed.refusal.notNameable')
  })

  test('opens it no more from the next request on when her name is taken back, she leaves the case, or is in conflict', async () => {
    await name('문다희')
    await open('문다희')
    expect((await look('문다희'))?.content).toBe(content)
    const [reader] = await rows(`select id from sealed_readers where staff_id = $1 and ended_at is null`, [world.as('문다희').staffId])
    await world.at(morning, () => endReader(world.as('반소담'), { caseId, readerId: String(reader?.['id']) }))
    expect(await look('문다희')).toBeNull()
    await open('류단우')
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [world.ground.officeId, world.as('류단우').staffId, world.studentIds['노아린'], morning])
    expect(await look('류단우')).toBeNull()
    expect((await world.sql('류단우', 'select * from sealed_records')).rowCount).toBe(0)
  })
})

describe('somebody outside the circle', () => {
  const join = async (who: string) => {
    const { staffId, agencyId } = world.as(who)
    await world.owner(`insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id) values (gen_random_uuid(), $1, $2, $3, $4, 'MEMBER', 'LAWFUL_BASIS', $5, $6)`, [world.ground.officeId, caseId, staffId, agencyId, after(-60), world.as('반소담').staffId])
  }
  const allow = async (who: string, items: string, sensitive = true) => world.owner(`insert into lawful_bases (id, office_id, case_id, recipient_id, kind, reason, items, sensitive, valid_from, valid_until, review_due_at, recorded_by_id, recorded_at)
    values (gen_random_uuid(), $1, $2, $3, 'CHILD_ABUSE', '조사해요', $4, $5, $6, $7, $7, $8, $6)`, [world.ground.officeId, caseId, world.as(who).agencyId, items, sensitive, after(-60), after(600), world.as('반소담').staffId])
  const ends = (who: string) => world.owner('update lawful_bases set ended_at = $1 where recipient_id = $2 and ended_at is null', [after(-1), world.as(who).agencyId])
  const name = (who: string) => world.at(morning, () => addReader(world.as('반소담'), { caseId, recordId: record, staffId: world.as(who).staffId }))
  const rowsOf = async (who: string) => (await world.sql(who, `select from sealed_records`)).rowCount

  test('is named as a member whose agency may be told sensitive matters of that kind, and by nothing less', async () => {
    await join('마주현')
    await expect(name('마주현')).rejects.toThrow('sealed.refusal.notNameable')
    await allow('마주현', '{ABUSE}', false)
    await expect(name('마주현')).rejects.toThrow('sealed.refusal.notNameable')
    await ends('마주현')
    await allow('마주현', '{ECON}')
    await expect(name('마주현')).rejects.toThrow('sealed.refusal.notNameable')
    await expect(world.sql('반소담', `insert into sealed_readers (id, office_id, record_id, staff_id, named_by_id, at) values (gen_random_uuid(), $1, $2, $3, $4, app.now())`, [world.ground.officeId, record, world.as('마주현').staffId, world.as('반소담').staffId])).rejects.toThrow('row-level security')
    await ends('마주현')
    await allow('마주현', '{ABUSE}')
    await name('마주현')
    await open('마주현')
    expect(await look('마주현')).toMatchObject({ content, withReporter: false, reporter: null, readers: [{ staffId: world.as('마주현').staffId }] })
  })

  test('reads it as long as that holds and she is a member: judged with each reading', async () => {
    expect(await rowsOf('마주현')).toBe(1)
    await ends('마주현')
    expect([await look('마주현'), await rowsOf('마주현')]).toEqual([null, 0])
    expect((await look('반소담'))?.readers).toContainEqual(expect.objectContaining({ staffId: world.as('마주현').staffId, reaches: false }))
    await allow('마주현', '{ABUSE}')
    expect(await rowsOf('마주현')).toBe(1)
    await world.owner('update case_members set ended_at = $1 where staff_id = $2', [after(-1), world.as('마주현').staffId])
    expect([await look('마주현'), await rowsOf('마주현')]).toEqual([null, 0])
  })

  test('of a private body is named by two: asked with a reason by its writer, agreed to by the centre’s lead, who reads nothing by it', async () => {
    await join('도서진')
    await allow('도서진', '{ABUSE}')
    await expect(name('도서진')).rejects.toThrow('sealed.refusal.namedByTwo')
    const ask = (by: string) => world.at(morning, () => askReader(world.as(by), { caseId, recordId: record, staffId: world.as('도서진').staffId, reason: '심리치료를 시작해야 해요' }))
    await expect(ask('배온유')).rejects.toThrow('core.refusal.notFound')
    await ask('반소담')
    await expect(ask('반소담')).rejects.toThrow('core.refusal.faster')
    expect([await look('도서진'), await rowsOf('도서진')]).toEqual([null, 0])
    const [asked] = await rows('select id from reader_grants')
    const id = String(asked?.['id'])
    const answer = (by: string, choice: 'GRANTED' | 'REFUSED') => world.at(morning, () => answerReader(world.as(by), { id, answer: choice, password: '' }))
    for (const by of ['반소담', '문다희', '도서진']) await expect(answer(by, 'GRANTED'), by).rejects.toThrow('core.refusal.notAllowed')
    for (const by of ['반소담', '도서진']) expect((await world.sql(by, `update reader_grants set answer = 'GRANTED', answered_by_id = $2, answered_at = app.now() where id = $1`, [id, world.as(by).staffId])).rowCount, by).toBe(0)
    expect(await world.at(morning, () => asActor(world.as('서강민'), (tx) => readerAsked(tx, world.as('서강민'), id)))).toMatchObject({ who: '도서진', asker: '반소담', kind: 'ABUSE_REPORT', reason: '심리치료를 시작해야 해요' })
    await answer('서강민', 'GRANTED')
    await expect(answer('서강민', 'REFUSED')).rejects.toThrow('core.refusal.faster')
    await open('도서진')
    expect((await look('도서진'))?.content).toBe(content)
    expect([await lines('서강민'), await rowsOf('서강민')]).toEqual([[], 0])
    // Taken back, and named anew, it is asked anew.
    const [reader] = await rows(`select id from sealed_readers where staff_id = $1 and ended_at is null`, [world.as('도서진').staffId])
    await world.at(morning, () => endReader(world.as('반소담'), { caseId, readerId: String(reader?.['id']) }))
    expect(await look('도서진')).toBeNull()
    await ask('반소담')
    expect([await look('도서진'), await rowsOf('도서진')]).toEqual([null, 0])
  })
})

test('each writing, naming, opening and reading is on record, by identifiers', async () => {
  const kept = await rows(`select action, count(*)::int as n from audit_entries where action like 'sealed.%' group by 1 order by 1`)
  expect(kept.map(({ action }) => action)).toEqual(['sealed.read', 'sealed.reader-asked', 'sealed.reader-ended', 'sealed.reader-granted', 'sealed.reader-named', 'sealed.reporter-read', 'sealed.unsealed', 'sealed.written'])
})

test('why it was opened the privacy officer reads, and nobody else; of the content nothing', async () => {
  const seen = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => brokenSeals(tx, world.as(name), 50)))
  const found = await seen('노을기')
  expect(found.map(({ who, what, reason }) => [who, what, reason])).toContainEqual(['반소담', 'REPORTER', '보호 회의 전에 확인해요'])
  expect(JSON.stringify(found)).not.toMatch(/캐너리|노아린/)
  for (const name of ['반소담', '류단우', '문다희', '서강민', '하도경']) expect(await seen(name), name).toEqual([])
})

describe('a box', () => {
  test('opens in its own row and ring alone, and not when a letter of it is changed', async () => {
    const box = await seal('content', content, 'a')
    expect(await unseal('content', box, 'a')).toBe(content)
    expect(await unseal('content', box, 'b')).toBeNull()
    expect(await unseal('reporter', box, 'a')).toBeNull()
    expect(await unseal('content', box.replace(/.(?=.{9}$)/, (letter) => (letter === 'A' ? 'B' : 'A')), 'a')).toBeNull()
  })

  test('stays open when keys are turned, is sealed with the new one from then on, and is lost with its key', async () => {
    const old = await seal('content', content, 'a')
    addKeys()
    const fresh = await seal('content', content, 'a')
    expect(keyOf(fresh)).not.toBe(keyOf(old))
    expect(await unseal('content', old, 'a')).toBe(content)
    dropOldKeys()
    expect(await unseal('content', old, 'a')).toBeNull()
    expect(await unseal('content', fresh, 'a')).toBe(content)
  })
})

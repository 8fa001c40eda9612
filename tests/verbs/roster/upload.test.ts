import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed } from '#lib/core/refusal.ts'
import { exampleFiles } from '#lib/roster/example.ts'
import { makeFolder, removeFolder } from '#lib/roster/folder.ts'
import { clearInterrupted } from '#lib/roster/interrupted.ts'
import { MOST_UPLOADED } from '#lib/roster/problem.ts'
import { startImport, startUpload } from '#lib/roster/start.ts'
import { zipOf } from '#lib/roster/zip.ts'
import { largeRoster } from '#tests/bench/roster-files.ts'
import { connect } from '#tests/database.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { csv, formOf, person, resultOf, school, student, traces, upload } from './rosters.ts'

let world: World
const coordinator = () => world.as('문다희')
const example = () => zipOf(exampleFiles())
const users = (id: string) => csv('users', student(id, 'u-1', '가', '나'))

beforeAll(async () => {
  world = await makeWorld()
  await upload(coordinator(), { 'orgs.csv': csv('orgs', school('u-1', '나무초등학교')) })
})

describe('what cannot be taken says why, and leaves nothing behind', () => {
  const zeros = Buffer.alloc(40 * 1024 * 1024)
  const broken = () => Buffer.from(example().subarray(0, 900))
  /** One file in it, and something changed where its directory says what it is. */
  const changed = (change: (zip: Buffer, directory: number) => void) => {
    const zip = Buffer.from(zipOf([{ name: 'users.csv', text: users('c') }]))
    change(zip, zip.indexOf('PK\x01\x02', 0, 'latin1'))
    return zip
  }
  const flipped = () => Buffer.from(example()).fill(0x55, 200, 240)
  test.each<[string, () => Record<string, string | Uint8Array>]>([
    ['brokenZip', () => ({ 'roster.zip': broken() })],
    ['brokenZip', () => ({ 'roster.zip': flipped() })],
    ['bombZip', () => ({ 'roster.zip': zipOf([{ name: 'users.csv', text: zeros.toString('latin1') }]) })],
    ['bombZip', () => ({ 'roster.zip': zipOf(Array.from({ length: 300 }, (_, at) => ({ name: `${at}.csv`, text: 'a' }))) })],
    ['pathZip', () => ({ 'roster.zip': zipOf([{ name: '../users.csv', text: users('p') }]) })],
    ['pathZip', () => ({ 'roster.zip': zipOf([{ name: '/etc/users.csv', text: users('p') }]) })],
    ['pathZip', () => ({ 'roster.zip': changed((zip, at) => zip.writeUInt32LE(0o120777 * 0x10000, at + 38)) })],
    ['encryptedZip', () => ({ 'roster.zip': changed((zip, at) => zip.writeUInt16LE(0x801, at + 8)) })],
    ['brokenZip', () => ({ 'roster.zip': changed((zip, at) => zip.writeUInt32LE(1, at + 16)) })],
    ['nestedZip', () => ({ 'roster.zip': zipOf([{ name: 'inner.zip', text: 'x' }]) })],
    ['nestedZip', () => ({ 'roster.zip': zipOf([{ name: 'users.csv', text: 'PK\x03\x04 and more' }]) })],
    ['excel', () => ({ 'users.csv': zipOf([{ name: '[Content_Types].xml', text: '<Types/>' }]) })],
    ['excel', () => ({ 'users.xls': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) })],
    ['notCsv', () => ({ 'users.csv': Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1') })],
    ['sameFile', () => ({ 'users.csv': users('a'), 'users (1).csv': users('b') })],
    ['noFiles', () => ({ 'readme.csv': 'hello\n' })],
    ['tooManyLines', () => ({ 'users.csv': `${users('l')}${'x\n'.repeat(2_000_001)}` })],
    ['tooManyFiles', () => Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`users${at}.csv`, users(String(at))]))],
    ['noFiles', () => ({})],
  ])('%s', async (failure, files) => {
    const before = await traces(world)
    const { view } = await upload(coordinator(), files())
    expect([view.state, view.failure]).toEqual(['FAILED', failure])
    expect(await traces(world)).toEqual(before)
  })

  test('a form that was sent without files may be sent with them', async () => {
    const key = newId()
    expect((await upload(coordinator(), {}, key)).view.failure).toBe('noFiles')
    expect((await upload(coordinator(), { 'users.csv': users('again-1') }, key)).view.failure).toBeNull()
  })

  test('what has no key of a form begins nothing', async () => {
    const before = await traces(world)
    await expect(startImport(coordinator(), { folder: '', files: [], key: 'x', digest: new Uint8Array([1]) })).rejects.toThrow('core.refusal.expired')
    expect(await traces(world)).toEqual(before)
  })

  test('tooLarge: the rest is let run past, so that the answer can be read', async () => {
    const before = await traces(world)
    const { headers, body } = formOf({ 'users.csv': 'BODY' })
    const [head = '', tail = ''] = body.toString().split('BODY')
    const piece = Buffer.alloc(1024 * 1024, 'a')
    const sent = { pieces: 0 }
    const stream = Readable.from((function* () {
      yield Buffer.from(head)
      for (; sent.pieces <= MOST_UPLOADED / piece.length; sent.pieces++) yield piece
      yield Buffer.from(tail)
    })(), { objectMode: false })
    const { path } = await startUpload(coordinator(), headers, stream)
    expect((await resultOf(coordinator(), path)).view.failure).toBe('tooLarge')
    expect(sent.pieces).toBe(201)
    expect(await traces(world)).toEqual(before)
  })

  test.each([40, 400, 1_100])('an upload that breaks off after %i bytes', async (bytes) => {
    const before = await traces(world)
    const { headers, body } = formOf({ 'roster.zip': example() })
    const stream = Readable.from((async function* () {
      yield body.subarray(0, bytes)
      await Promise.resolve()
      throw new Error('aborted')
    })(), { objectMode: false })
    const { path } = await startUpload(coordinator(), headers, stream)
    expect((await resultOf(coordinator(), path)).view.failure).toBe('uploadAborted')
    expect(await traces(world)).toEqual(before)
  })

  test('a form that is none', async () => {
    const { path } = await startUpload(coordinator(), { 'content-type': 'multipart/form-data' }, Readable.from([Buffer.from('x')], { objectMode: false }))
    expect((await resultOf(coordinator(), path)).view.failure).toBe('uploadAborted')
  })
})

describe('who may', () => {
  test.each(['고은별', '남기훈', '서강민', '하도경', '노을기', '정하람'])('%s may not, and nothing of hers is received', async (name) => {
    const before = await traces(world)
    await expect(upload(world.as(name), { 'roster.zip': example() })).rejects.toBeInstanceOf(NotAllowed)
    expect(await traces(world)).toEqual(before)
  })

  test('a coordinator whose approval has ended may not either', async () => {
    const uncleared: Actor = { ...coordinator(), cleared: false }
    await expect(upload(uncleared, { 'roster.zip': example() })).rejects.toMatchObject({ message: 'roster.refusal.notCleared' })
  })

  test('the report is seen by the office’s coordinators and by nobody else', async () => {
    const count = async (name: string) => (await world.sql(name, 'select (select count(*) from roster_imports)::int + (select count(*) from roster_import_issues)::int as n')).rows[0]?.n as number
    expect(await count('배온유')).toBeGreaterThan(0)
    for (const name of ['고은별', '남기훈', '하도경', '노을기', '도서진', '차시온']) expect(await count(name)).toBe(0)
  })

  test('not even the database lets a roster promote somebody, or touch whoever is no teacher', async () => {
    await upload(coordinator(), { 'users.csv': csv('users', person('u-t', 'teacher', 'u-1', '가', '샘')) })
    await expect(world.sql('문다희', `update staff set role = 'COUNSELOR' where sourced_id = 'u-t'`)).rejects.toMatchObject({ code: '42501' })
    await expect(world.sql('문다희', `update staff set name = 'x' where role = 'SCHOOL_LEAD'`)).rejects.toMatchObject({ code: '42501' })
    await expect(world.sql('문다희', `insert into staff (id, office_id, agency_id, role, name, job_title) select gen_random_uuid(), office_id, agency_id, 'COORDINATOR', 'x', 'x' from staff limit 1`)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('twice', () => {
  test('the same form sent twice is one import', async () => {
    const key = newId()
    const first = await upload(coordinator(), { 'users.csv': users('twice') }, key)
    const second = await upload(coordinator(), { 'users.csv': users('twice') }, key)
    expect(second.path).toBe(first.path)
    expect((await world.owner(`select count(*)::int as n from students where sourced_id = 'twice'`)).rows).toEqual([{ n: 1 }])
  })

  test('the same form with other files is refused, and keeps nothing', async () => {
    const key = newId()
    await upload(coordinator(), { 'users.csv': users('other-1') }, key)
    const before = await traces(world)
    await expect(upload(coordinator(), { 'users.csv': users('other-2') }, key)).rejects.toMatchObject({ message: 'core.refusal.otherContent' })
    expect(await traces(world)).toEqual(before)
  })

  test('two at once: one is taken, the other is told to wait for it', async () => {
    const other = await connect('app')
    await other.query('begin')
    await other.query(`select pg_advisory_xact_lock(hashtextextended('roster ' || $1::text, 0))`, [coordinator().officeId])
    const before = await traces(world)
    const { view } = await upload(coordinator(), { 'users.csv': users('at-once') })
    await other.query('rollback')
    expect([view.state, view.failure]).toEqual(['FAILED', 'busy'])
    expect(await traces(world)).toEqual(before)
  })

  test('two people who really press at once double nobody', async () => {
    const { files } = largeRoster(600)
    const results = await Promise.all([upload(coordinator(), files), upload(world.as('배온유'), files)])
    const ends = results.map(({ view }) => view.failure ?? view.state)
    expect(ends.filter((end) => end === 'DONE').length).toBeGreaterThan(0)
    expect(ends.every((end) => end === 'DONE' || end === 'busy')).toBe(true)
    expect((await world.owner(`select count(*)::int as n, count(distinct sourced_id)::int as different from students where sourced_id like 'big-%'`)).rows).toEqual([{ n: 132, different: 132 }])
  })
})

describe('an import that cannot go on', () => {
  test('whose session ends in the midst leaves nothing', async () => {
    const before = await traces(world)
    const { headers, body } = formOf(Object.fromEntries(Object.entries(largeRoster(4_000).files).map(([name, text]) => [name, text.replaceAll('big-', 'gone-').replaceAll('큰들', '빈들')])))
    const actor = world.as('배온유')
    const { path, done } = await startUpload(actor, headers, Readable.from([body], { objectMode: false }))
    await world.owner('update sessions set ended_at = app.now() where staff_id = $1', [actor.staffId])
    await done
    await world.owner('update sessions set ended_at = null where staff_id = $1', [actor.staffId])
    expect((await resultOf(actor, path)).view.failure).toBe('signedOut')
    expect(await traces(world)).toEqual(before)
  })

  test('that could not be called done is not done: nothing of it stays', async () => {
    const before = await traces(world)
    const superuser = await connect('superuser')
    await superuser.query(`create function hindered() returns trigger language plpgsql as 'begin return null; end'; create trigger hindered before update on roster_imports for each row when (new.state = 'DONE') execute function hindered()`)
    const { view } = await upload(coordinator(), { 'users.csv': users('hindered-1') })
    await superuser.query('drop trigger hindered on roster_imports; drop function hindered()')
    expect(view.state).toBe('FAILED')
    expect(await traces(world)).toEqual(before)
  })

  test('whose process was killed is ended by whoever looks, unless somebody still works on it', async () => {
    const id = newId()
    await world.owner(`insert into roster_imports (id, office_id, staff_id, state, progress, started_at) values ($1, $2, $3, 'APPLYING', '{}', $4)`, [id, coordinator().officeId, coordinator().staffId, new Date(morning.getTime() - 60_000)])
    const worker = await connect('app')
    await worker.query('begin')
    await worker.query(`select pg_advisory_xact_lock(hashtextextended('roster ' || $1::text, 0))`, [coordinator().officeId])
    expect((await resultOf(coordinator(), id)).view.state).toBe('APPLYING')
    await worker.query('rollback')
    expect((await resultOf(coordinator(), id)).view).toMatchObject({ state: 'FAILED', failure: 'interrupted' })
  })

  test('and what its process had received is swept away at the next start', async () => {
    const dead = join(tmpdir(), 'hanai-roster-4194303-test')
    mkdirSync(dead, { recursive: true })
    const mine = await makeFolder()
    await clearInterrupted()
    expect([existsSync(dead), existsSync(mine)]).toEqual([false, true])
    await removeFolder(mine)
  })
})

import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDocument } from '#lib/cases/add-document.ts'
import { keyOf } from '#lib/core/box.ts'
import { caseKey, caseKeyNamed } from '#lib/core/case-keys.ts'
import { asActor } from '#lib/core/door.ts'
import { env } from '#lib/core/env.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { currentKey, keyNamed } from '#lib/core/keys.ts'
import { seal, unseal } from '#lib/core/ring-box.ts'
import { openBody } from '#lib/documents/box.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { sealedPage } from '#lib/sealed/queries.ts'
import { OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { urls } from '#tests/database.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let caseId: string
let record: string
const content = '아이가 한 말을 그대로 적어요'
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const write = (more: object = {}) => world.at(morning, () => writeSealed(world.as('반소담'), WriteSealed.parse({ caseId, kind: 'VERBATIM', body: content, reporter: '체육 선생님', readers: [], ...more })))
const look = () => world.at(morning, () => asActor(world.as('반소담'), (tx) => sealedPage(tx, world.as('반소담'), caseId, record)))
const boxes = async () => (await rows('select r.id, r.box, p.box as reporter from sealed_records r join sealed_reporters p on p.record_id = r.id where r.id = $1', [record]))[0] as { id: string; box: string; reporter: string }
const file = (of: string) => join(env().caseKeysFolder, `${of}.json`)

/** `npm run keys:rotate` beside a running service. */
const rotate = () => promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/keys-rotate.ts'], {
  cwd: resolve('.'),
  env: {
    PATH: process.env['PATH'], DATABASE_APP_URL: urls.app, DATABASE_AUTH_URL: urls.auth, DATABASE_JOBS_URL: urls.jobs, DATABASE_MIGRATE_URL: urls.migrate,
    HANAI_SECRET: process.env['HANAI_SECRET'], HANAI_KEYS: process.env['HANAI_KEYS'], NODE_ENV: 'test',
  },
})

beforeAll(async () => {
  world = await makeWorld()
  await world.owner('update sessions set created_at = $1, proven_at = null', [morning])
  caseId = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['반소담'] })
  record = (await write()).split('/').at(-1) ?? ''
  await addFile()
})
afterAll(closeIdentityDoor)

const addFile = () => world.at(morning, () => addDocument(world.as('반소담'), { caseId, kind: 'REPORT', layer: 'PROGRESS', domain: 'GENERAL' }, { name: '소견.pdf', content: Buffer.from('%PDF-1.7\n소견\n%%EOF\n') }, randomUUID()))

test('a case has one file of keys, made when something is sealed first, that nobody but the service reads', () => {
  expect(readdirSync(env().caseKeysFolder)).toEqual([`${caseId}.json`])
  expect(statSync(env().caseKeysFolder).mode & 0o777).toBe(0o700)
  expect(statSync(file(caseId)).mode & 0o777).toBe(0o600)
})

test('what is sealed of a case opens with that file and the file of keys together, and with neither alone', async () => {
  const { id, box, reporter } = await boxes()
  expect(await unseal('content', box, id)).toBe(content)
  expect(await unseal('reporter', reporter, id)).toBe('체육 선생님')
  expect(await unseal('content', reporter, id)).toBeNull()
  for (const kid of [keyOf(box), keyOf(reporter)]) expect(keyNamed('content', kid ?? '')).toBeUndefined()
  // No key stands in it as it is: each is in a box of its ring's key
  const wrapped = JSON.parse(readFileSync(file(caseId), 'utf8')) as Record<'content' | 'reporter' | 'documents', string>
  for (const ring of ['content', 'reporter', 'documents'] as const) expect(keyOf(wrapped[ring])).toBe(currentKey(ring).kid)
  const moved = `${file(caseId)}.away`
  renameSync(file(caseId), moved)
  expect(await unseal('content', box, id)).toBeNull()
  renameSync(moved, file(caseId))
})

test('of ten who seal first at once one makes the keys, and all use them', async () => {
  const holder = randomUUID()
  const made = await Promise.all(Array.from({ length: 10 }, () => caseKey('content', holder)))
  expect(new Set(made.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1)
  expect(readdirSync(env().caseKeysFolder).filter((name) => name.startsWith(holder))).toEqual([`${holder}.json`])
})

test('a name that a box claims never becomes another path', async () => {
  for (const kid of ['of ../keys', 'of /etc/passwd', 'of ', `of ${caseId}/../x`]) expect(await caseKeyNamed('content', kid), kid).toBeNull()
})

test('npm run keys:rotate brings what was sealed before into the keys of its case, wraps those anew and forgets the old ones', async () => {
  const { id } = await boxes()
  const old = { content: currentKey('content').kid, reporter: currentKey('reporter').kid }
  const asBefore = { content: await seal('content', content, id), reporter: await seal('reporter', '체육 선생님', id) }
  await world.owner('update sealed_records set box = $2 where id = $1', [id, asBefore.content])
  await world.owner('update sealed_reporters set box = $2 where record_id = $1', [id, asBefore.reporter])
  const [paper] = await rows('select d.id, b.box from documents d join document_bodies b on b.document_id = d.id')
  expect(await unseal('content', asBefore.content, id)).toBe(content)

  const { stdout } = await rotate()
  expect(stdout).toMatch(/✓ sealed: 1\n✓ reporters: 1\n✓ documents: 0\n/)
  const { box, reporter } = await boxes()
  expect([keyOf(box), keyOf(reporter)]).toEqual([`of ${caseId}`, `of ${caseId}`])
  expect([await unseal('content', box, id), await unseal('reporter', reporter, id)]).toEqual([content, '체육 선생님'])
  expect(await openBody(String(paper?.['id']), paper?.['box'] as Buffer)).not.toBeNull()
  expect([keyNamed('content', old.content), keyNamed('reporter', old.reporter)]).toEqual([undefined, undefined])
  expect(await unseal('content', asBefore.content, id)).toBeNull()
})

test('a case whose keys are lost says so, keeps what is in it, and takes nothing new in their place; others go on', async () => {
  await world.at(morning, () => openSealed(world.as('반소담'), OpenSealed.parse({ caseId, recordId: record, what: 'CONTENT', reason: '보호 회의 전에 확인해요' })))
  expect((await look())?.content).toBe(content)
  const kept = readFileSync(file(caseId))
  rmSync(file(caseId))
  expect(await look()).toMatchObject({ opened: true, content: null })
  const other = await opened(world, { child: '차유빈', lead: '윤채담' })
  await world.at(morning, () => writeSealed(world.as('윤채담'), WriteSealed.parse({ caseId: other, kind: 'OTHER', body: '그대로', reporter: '', readers: [] })))
  writeFileSync(file(caseId), 'not what was kept')
  await expect(write()).rejects.toThrow('core.refusal.keysAway')
  expect(await look()).toMatchObject({ opened: true, content: null })
  writeFileSync(file(caseId), kept)
  expect((await look())?.content).toBe(content)
})

test('without the folder nothing is sealed, nothing is made anew, and neither start nor rotation goes on', async () => {
  const folder = env().caseKeysFolder
  renameSync(folder, `${folder}.away`)
  const before = await rows('select count(*)::int as n from sealed_records')
  await expect(write()).rejects.toThrow('core.refusal.keysAway')
  await expect(addFile()).rejects.toThrow('core.refusal.keysAway')
  expect(await rows('select count(*)::int as n from sealed_records')).toEqual(before)
  await expect(rotate()).rejects.toThrow(/✗ .*HANAI_CASE_KEYS.*\n.*HANAI_CASE_KEYS/)
  renameSync(`${folder}.away`, folder)
  expect((await look())?.content).toBe(content)
})

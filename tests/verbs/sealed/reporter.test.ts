import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { grantOf } from '#lib/sealed/grants.ts'
import { openSealed } from '#lib/sealed/open-sealed.ts'
import { sealedPage } from '#lib/sealed/queries.ts'
import { answerReporter, askReporter } from '#lib/sealed/reporter.ts'
import { OpenSealed, WriteSealed } from '#lib/sealed/sealed.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
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
  await expect(open('문다희')).rejects.toThrow('core.refusal.notFound')
})

test('allowed, she who asked reads it after proof and reason, and whoever allowed it does not', async () => {
  await ask('문다희')
  const id = await waiting()
  await answer('서강민', 'GRANTED')
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

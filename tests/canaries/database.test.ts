import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atTime } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { closePost, post } from '#lib/notices/post.ts'
import { importOf } from '#lib/roster/queries.ts'
import { reportOf } from '#lib/roster/report.ts'
import { audit } from '#lib/timeline/audit.ts'
import { connect } from '#tests/database.ts'
import { workOff } from '#tests/verbs/jobs/run-job.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { codes, holds, otherWords } from './allowed.ts'
import { canaries, type Canary } from './children.ts'
import { columnsOf, dump } from './dump.ts'
import { filesOf, logOf, stumble } from './outside.ts'
import { openPostBox } from './post-box.ts'
import { scan, told, type Leak } from './scan.ts'
import { settle, type Settled } from './settle.ts'
import { inOrder } from './stage.ts'

/* Fifty children live in the database; nothing of them stands where it does not belong. Each channel is then made to leak, and the leak is found. */

let world: World
let settled: Settled
let superuser: pg.Client
let app: pg.Client
const child = canaries[0] as Canary
const folder = mkdtempSync(join(tmpdir(), 'hanai-canaries-'))
const box = await openPostBox()
Object.assign(process.env, { HANAI_KEYS: join(folder, 'keys.json'), HANAI_AUDIT_HEADS: join(folder, 'heads'), SMTP_URL: box.url, MAIL_FROM: 'Hanai <hanai@demo.example>', HANAI_URL: 'https://hanai.example.kr' })

beforeAll(async () => {
  world = await makeWorld()
  ;[superuser, app] = await Promise.all([connect('superuser'), connect('app')])
  settled = await settle({ ...world, owner: inOrder(world.owner), today: morning, at: (deed) => atTime(morning, deed) })
}, 60_000)
afterAll(async () => {
  closePost()
  await closeIdentityDoor()
  await box.close()
  rmSync(folder, { recursive: true })
})

const byPlace = (kinds: Record<string, Iterable<string>>) => Object.fromEntries(Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1)).map(([place, all]) => [place, [...all].sort()]))

/** What a copy of the database holds of the children, by table and column. */
async function inDump(): Promise<Record<string, string[]>> {
  const found: Record<string, Set<string>> = {}
  for (const { place, text } of await dump(superuser)) for (const { kind } of scan(place, text)) (found[place] ??= new Set()).add(kind)
  return byPlace(found)
}

/** What comes of a change made by whoever stands above all rules, and undone. */
async function afterwards<T>(text: string, values: unknown[], look: () => Promise<T>): Promise<T> {
  await superuser.query('begin')
  try {
    await superuser.query('set local session_replication_role = replica')
    await superuser.query(text, values)
    return await look()
  } finally {
    await superuser.query('rollback')
  }
}

const rows = async (text: string) => (await world.owner(text)).rows as Record<string, unknown>[]
const statements = async () => JSON.stringify((await superuser.query('select query from pg_stat_activity')).rows)
const report = async () => {
  const actor = world.as('문다희')
  const parts = [JSON.stringify(await asActor(actor, (tx) => importOf(tx, actor, settled.importId)))]
  for await (const part of reportOf(actor, settled.importId)) parts.push(part)
  return parts.join('\n')
}
/** The log of the database server itself, when somebody has sent it what it cannot take. */
const badly = async (client: pg.Client) => {
  for (const text of [`select '${child.name}'::uuid`, `select "${child.name}" from students`, `insert into notes (body) values ('${child.name}')`, `'${child.phone}`]) await client.query(text).catch(() => undefined)
  return readFileSync(await logOf(superuser), 'utf8')
}

describe('fifty children live here, and', () => {
  test('a copy of the database has what is known of them where it belongs, and nowhere else', async () => {
    expect((await rows('select id from graphile_worker._private_jobs')).length).toBeGreaterThan(100)
    expect(await inDump()).toEqual(byPlace(holds))
  })

  test('of every column that can hold letters it is said what stands in it', async () => {
    const told = new Set([...Object.keys(holds), ...[otherWords, codes].flatMap((list) => Object.entries(list).flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`)))])
    const there = (await columnsOf(superuser)).filter(({ lettered }) => lettered).map(({ table, column }) => `${table}.${column}`)
    expect(there.filter((one) => !told.has(one)), 'add these to tests/canaries/allowed.ts').toEqual([])
    expect([...told].filter((one) => !there.includes(one)), 'these are gone').toEqual([])
  })

  test('what is sealed, who reported and what is still being written stands in no file of the database, and no key does', async () => {
    const keys = Object.values(JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as Record<string, { keys: Record<string, string> }>).flatMap((ring) => Object.values(ring.keys))
    const secrets = canaries.flatMap(({ word, reporter: { name, phone } }) => [word.sealed, word.draft, word.paper, name, phone])
    const files = await filesOf(superuser)
    const found = [...secrets, ...keys, ...keys.map((key) => Buffer.from(key, 'base64url'))].filter((secret) => files.some((bytes) => bytes.includes(secret)))
    expect([files.length > 100, secrets.length, keys.length]).toEqual([true, 250, 4])
    expect(found).toEqual([])
    // What is not secret does stand there to be found: the search sees what there is.
    expect(files.some((bytes) => bytes.includes(child.word.progress))).toBe(true)
  })

  test('the record of access, and what is said of an event, holds codes and identifiers alone', async () => {
    const entries = await rows('select distinct action, outcome, address from audit_entries')
    const data = await rows(`select distinct d.value #>> '{}' as value from events e, jsonb_path_query(e.data, 'strict $.**') as d(value) where jsonb_typeof(d.value) = 'string'`)
    expect([entries.length > 25, data.length > 60]).toEqual([true, true])
    expect(entries.filter(({ action, outcome, address }) => !/^[a-z-]+\.[a-z-]+$/.test(String(action)) || !/^[a-z]+$/.test(String(outcome)) || address !== null)).toEqual([])
    expect(data.filter(({ value }) => !/^([A-Z]+(_[A-Z]+)*|[0-9a-f-]{36}|[A-Z]{3}-\d\d|[GR]-\d{4}-\d{4}|\d{4}-\d\d-\d\d(T[\d:.]+Z)?)$/.test(String(value)))).toEqual([])
  })

  test('no letter that came at its mailbox holds anything of them', async () => {
    // Two of each kind: the others differ in nothing but their identifiers.
    await superuser.query(`delete from graphile_worker._private_jobs where id in (select id from (select id, row_number() over (partition by payload ->> 'kind' order by id) as nth from graphile_worker._private_jobs) j where nth > 2)`)
    await workOff()
    expect(box.letters.length).toBeGreaterThan(20)
    expect(told(box.letters.flatMap((letter, at) => scan(`letter ${at}`, letter)))).toEqual([])
  })

  test('the report of a roster repeats nothing of a line that was not taken', async () => {
    const said = await report()
    expect(said.match(/users\.csv/g)?.length).toBe(10)
    expect(told(scan('report', said))).toEqual([])
  })

  test('what the server knows of itself tells the application nothing: running statements, and figures for its planner', async () => {
    expect(told(scan('pg_stat_activity', await statements()))).toEqual([])
    await superuser.query('analyze')
    const figures = async (client: pg.Client) => JSON.stringify((await client.query(`select tablename, attname, most_common_vals::text, histogram_bounds::text from pg_stats where schemaname = 'public'`)).rows)
    expect(scan('pg_stats', await figures(superuser)).length).toBeGreaterThan(40)
    expect(told(scan('pg_stats', await figures(app)))).toEqual([])
  })

  test('a log says nothing of them, whatever goes wrong, nor does the database server’s', async () => {
    const said = await stumble('')
    expect(said.match(/"fault"/g)?.length).toBe(5)
    expect(told(scan('log', said))).toEqual([])
    expect(told(scan('postgres.log', await badly(app)))).toEqual([])
  })

  test('beside the database lie keys and heads of the audit, and nothing of them', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    expect(files.map((file) => file.slice(folder.length + 1))).toContain('keys.json')
    expect(told(files.flatMap((file) => scan(file, readFileSync(file))))).toEqual([])
  })
})

describe('a leak is found', () => {
  const ofChild = (leaks: Leak[], kind = 'name') => leaks.some((leak) => leak.child === child.n && leak.kind === kind)

  test('in a column that nobody thought of, also when nothing stands in it yet', async () => {
    const added = `alter table cases add column nickname text; update cases set nickname = s.name from students s where s.id = student_id`
    expect(Object.entries(await afterwards(added, [], inDump)).filter(([place]) => !(place in holds))).toEqual([['cases.nickname', ['name']]])
    const columns = await afterwards('alter table cases add column remarks text', [], () => columnsOf(superuser))
    expect(columns.filter(({ column, lettered }) => column === 'remarks' && lettered)).toHaveLength(1)
  })

  test('in a sealed record that is not, in the data of an event, in what a column may hold only of something else', async () => {
    const leak = async (text: string, values: unknown[]) => Object.entries(await afterwards(text, values, inDump)).filter(([place, kinds]) => JSON.stringify(kinds) !== JSON.stringify(byPlace(holds)[place])).map(([place, kinds]) => `${place} ${kinds.filter((kind) => !holds[place]?.some((known) => known === kind)).join()}`)
    expect(await leak('update sealed_reporters set box = $1', [Buffer.from(`${child.reporter.name} ${child.reporter.phone}`).toString('base64')])).toEqual(['sealed_reporters.box reporter'])
    expect(await leak(`update events set data = jsonb_build_object('who', $1::text)`, [child.en.toUpperCase()])).toEqual(['events.data name'])
    expect(await leak('update notes set body = body || $1', [child.word.sealed])).toEqual(['notes.body sealed'])
  })

  test('in the record of access', async () => {
    const actor = world.as('문다희')
    await asActor(actor, (tx) => audit(tx, actor, `case.read ${child.name.normalize('NFD')}`, {}))
    expect((await inDump())['audit_entries.action']).toEqual(['name'])
  })

  test('in the queue', async () => {
    await app.query(`select app.enqueue('notice', $1::jsonb)`, [JSON.stringify({ path: `/cases/1?of=${encodeURIComponent(child.name)}` })])
    expect((await inDump())['graphile_worker._private_jobs.payload']).toEqual(['name'])
  })

  test('in a letter, in its subject and in its text', async () => {
    const before = box.letters.length
    await post('someone@demo.example', { subject: `${child.name} 학생의 사례`, text: '열어 보세요.' }, 'planted-1')
    await post('someone@demo.example', { subject: '사례', text: `${child.guardians[0].name} 님께 ${child.guardians[0].phone}로 전화해 주세요. 긴 글이라 줄이 나뉘어요, 여러 번, 그리고 또.` }, 'planted-2')
    const [subject = '', text = ''] = box.letters.slice(before)
    expect([ofChild(scan('letter', subject)), ofChild(scan('letter', text), 'guardian')]).toEqual([true, true])
  })

  test('in a report, in our log, in the database server’s log, in what it is doing', async () => {
    await superuser.query('update roster_import_issues set field = $1 where seq = (select min(seq) from roster_import_issues)', [child.phone.replaceAll('-', '')])
    expect(ofChild(scan('report', await report()), 'phone')).toBe(true)
    expect(ofChild(scan('log', await stumble('leak')))).toBe(true)
    await superuser.query(`set log_min_error_statement = 'error'; set log_min_messages = 'error'`)
    expect(ofChild(scan('postgres.log', await badly(superuser)))).toBe(true)
    await app.query(`select '${child.name}' as name`)
    expect(ofChild(scan('pg_stat_activity', await statements()))).toBe(true)
  })
})

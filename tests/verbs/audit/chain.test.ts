import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { linkHash, start, Stretch } from '#lib/audit/chain.ts'
import { checkAudit } from '#lib/audit/check-audit.ts'
import { entriesOf } from '#lib/audit/entries.ts'
import { keptHeads, type Head } from '#lib/audit/heads.ts'
import { sealAudit } from '#lib/audit/seal-audit.ts'
import { verifyAudit, type Verified } from '#lib/audit/verify-audit.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { askWith } from '#lib/core/ask.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { newId } from '#lib/core/id.ts'
import { requests } from '#lib/core/request.ts'
import { audit } from '#lib/timeline/audit.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { bringUpToDate } from '#scripts/database/open.ts'
import { connect, urls } from '#tests/database.ts'
import { asJobs } from '#tests/verbs/jobs/run-job.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let folder: string
let office: string
const owner = await connect('owner')
const asked = askWith(owner)

/** Somebody does something, so many times, each in a transaction of its own. */
async function happen(times: number) {
  for (let n = 0; n < times; n++) await world.at(morning, () => asActor(world.as('문다희'), (tx) => audit(tx, world.as('문다희'), 'case.read', { subjectId: newId() })))
}

/** Until everything is sealed: transactions of the tests beside this one share the server's count. */
async function seal() {
  await vi.waitFor(async () => {
    await world.at(morning, () => asJobs((client) => sealAudit(client, folder)))
    expect((await verify()).open).toBe(0)
  }, { timeout: 20_000 })
}

const headsOf = async (): Promise<Head[]> => (await keptHeads(folder)).heads.get(office) ?? []
const verify = async (): Promise<Verified> => verifyAudit(asked, office, await headsOf())

/** What a verification would find had somebody who owns the database done this; it is taken back. */
async function after(...statements: string[]) {
  const heads = await headsOf()
  await owner.query('begin')
  try {
    for (const table of ['audit_entries', 'audit_seals']) await owner.query(`alter table ${table} disable trigger user`)
    for (const statement of statements) await owner.query(statement)
    return (await verifyAudit(asked, office, heads)).findings
  } finally {
    await owner.query('rollback')
  }
}

const oneOf = (n: number) => `(select id from audit_entries e where e.place >= (select coalesce(max(until), 0) from audit_seals where n < ${n}) and e.place < (select until from audit_seals where n = ${n}) order by e.place limit 1)`

beforeAll(async () => {
  world = await makeWorld()
  office = world.ground.officeId
  folder = await mkdtemp(join(tmpdir(), 'hanai-heads-'))
  // Within the first stretch places become some digits longer.
  await happen(1)
  await owner.query(`update sealed.audit_base set base = 1000000000000`)
  for (const times of [3, 4, 5]) {
    await happen(times)
    await seal()
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await closeIdentityDoor()
})

test('an untouched record stands, with every entry under a seal and every seal witnessed outside', async () => {
  const { entries, seals, open, heads, findings } = await verify()
  expect(findings).toEqual([])
  expect([open, heads]).toEqual([0, seals])
  expect(seals).toBeGreaterThanOrEqual(3)
  expect(entries).toBe(Number((await owner.query('select count(*) as n from audit_entries')).rows[0]?.['n']))
})

describe('whoever owns the database is found out', () => {
  test.each([
    ['changing what was done', [`update audit_entries set action = 'case.printed' where id = ${oneOf(2)}`], [{ trouble: 'changed', seal: 2 }]],
    ['changing who did it', [`update audit_entries set staff_id = null where id = ${oneOf(2)}`], [{ trouble: 'changed', seal: 2 }]],
    ['changing when', [`update audit_entries set at = at + interval '1 millisecond' where id = ${oneOf(1)}`], [{ trouble: 'changed', seal: 1 }]],
    ['changing from where', [`update audit_entries set address = '10.0.0.1' where id = ${oneOf(1)}`], [{ trouble: 'changed', seal: 1 }]],
    ['erasing one', [`delete from audit_entries where id = ${oneOf(2)}`], [{ trouble: 'removed', seal: 2 }]],
    ['putting one in', [`alter table audit_entries disable trigger place_audit`, `insert into audit_entries select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from audit_entries e where e.id = ${oneOf(2)}`], [{ trouble: 'added', seal: 2 }]],
    ['moving one to another time', [`update audit_entries set place = (select place from audit_entries where id = ${oneOf(3)}) where id = ${oneOf(1)}`], [{ trouble: 'removed', seal: 1 }, { trouble: 'added', seal: 3 }]],
    ['exchanging two', [`update audit_entries e set place = case when e.id = x.a then x.pb else x.pa end from (select a.id as a, b.id as b, a.place as pa, b.place as pb from audit_entries a, audit_entries b where a.id = ${oneOf(2)} and b.id = ${oneOf(3)}) x where e.id in (x.a, x.b)`], [{ trouble: 'changed', seal: 2 }, { trouble: 'changed', seal: 3 }]],
    ['taking out a seal', ['delete from audit_seals where n = 2'], expect.arrayContaining([{ trouble: 'unlinked', seal: 3 }, { trouble: 'cut', seal: 2 }])],
  ])('%s', async (_, statements, found) => {
    expect(await after(...statements)).toEqual(found)
  })

  test('cutting off the end', async () => {
    const seals = (await verify()).seals
    const found = await after(`delete from audit_entries where place >= (select until from audit_seals where n = ${seals - 1})`, `delete from audit_seals where n = ${seals}`)
    expect(found).toEqual([{ trouble: 'cut', seal: seals }])
  })

  test('writing the whole chain anew after an erasure', async () => {
    const seals = (await owner.query<{ n: number; until: string; sealed_at: Date }>('select n, until::text, sealed_at from audit_seals order by n')).rows
    const heads = await headsOf()
    await owner.query('begin')
    try {
      for (const table of ['audit_entries', 'audit_seals']) await owner.query(`alter table ${table} disable trigger user`)
      await owner.query(`delete from audit_entries where id = ${oneOf(2)}`)
      let [before, from]: [Buffer, bigint] = [start.hash, 0n]
      for (const { n, until, sealed_at: sealedAt } of seals) {
        const stretch = new Stretch()
        for await (const page of entriesOf(asked, office, from, BigInt(until))) for (const { line } of page) stretch.add(line)
        const link = { n, until: BigInt(until), entries: stretch.entries, digest: stretch.digest(), sealedAt }
        before = linkHash(office, link, before)
        from = link.until
        await owner.query('update audit_seals set entries = $1, digest = $2, hash = $3 where n = $4', [link.entries, link.digest, before, n])
      }
      const { findings } = await verifyAudit(asked, office, heads)
      expect(findings).toEqual(seals.slice(1).map(({ n }) => ({ trouble: 'rewritten', seal: n })))
    } finally {
      await owner.query('rollback')
    }
  })

  test('a witness that is not ours does not count, and no witness at all is said', async () => {
    const file = join(folder, `heads-${morning.toISOString().slice(0, 7)}.jsonl`)
    const [line = ''] = (await readFile(file, 'utf8')).split('\n')
    const other = await mkdtemp(join(tmpdir(), 'hanai-heads-'))
    await writeFile(join(other, 'heads-2026-11.jsonl'), `${line.replace(/"hash":"(..)/, (_, begins: string) => `"hash":"${begins === '00' ? '11' : '00'}`)}\nnonsense\n`)
    const { heads, forged } = await keptHeads(other)
    await rm(other, { recursive: true })
    expect([heads.size, forged]).toEqual([0, 2])
    const { findings, seals } = await verifyAudit(asked, office, [], forged)
    expect(findings).toEqual([{ trouble: 'forged', seal: 0 }, { trouble: 'unwitnessed', seal: seals }])
  })
})

test('what a transaction wrote that still runs is sealed once it has ended, with nothing lost', async () => {
  const app = await connect('app')
  await app.query('begin')
  await app.query(`select set_config('hanai.session', $1, true)`, [world.as('문다희').sessionKey])
  await app.query(`insert into audit_entries (id, office_id, at, staff_id, action) values ($1, $2, app.now(), $3, 'case.read')`, [newId(), office, world.as('문다희').staffId])
  await happen(2)
  await world.at(morning, () => asJobs((client) => sealAudit(client, folder)))
  expect((await verify()).open).toBe(2)
  await app.query('commit')
  await seal()
  expect((await verify()).findings).toEqual([])
})

test('a database that counts anew after a move seals on', async () => {
  await owner.query('update sealed.audit_base set base = base - 1000000')
  await bringUpToDate(urls.migrate)
  await happen(2)
  await seal()
  expect((await verify()).findings).toEqual([])
})

test('nobody changes, erases or empties it, the owner included', async () => {
  const jobs = await connect('jobs')
  for (const table of ['audit_entries', 'audit_seals', 'audit_checks', 'audit_reviews']) {
    for (const text of [`update ${table} set office_id = office_id`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(world.sql('노을기', text)).rejects.toThrow('permission denied')
      await expect(jobs.query(text)).rejects.toThrow('permission denied')
      await expect(owner.query(text)).rejects.toThrow('what was written down stays')
    }
  }
})

test('a place and an address are the database’s to give', async () => {
  const [place, address] = ['1', '1.2.3.4']
  const { rows } = await world.sql('문다희', `insert into audit_entries (id, office_id, at, staff_id, action, place, address)
    values (gen_random_uuid(), '${office}', app.now(), '${world.as('문다희').staffId}', 'case.read', ${place}, '${address}') returning place::text, address`)
  expect(rows).toEqual([{ place: expect.stringMatching(/^\d{13}$/), address: null }])
})

test('it says from where something was done', async () => {
  const actor = world.as('문다희')
  const subjectId = newId()
  await requests.run({ id: 'x', address: '192.0.2.7', document: true, prepared: [] }, () => world.at(morning, () => asActor(actor, (tx) => audit(tx, actor, 'case.read', { subjectId }))))
  await world.at(morning, () => signInWithPassword('noh.eulgi@demo.example', demoPassword, { address: '192.0.2.8', userAgent: undefined, chosen: undefined }))
  const { rows } = await owner.query<{ address: string }>(`select address from audit_entries where subject_id = $1 or action = 'session.begun' order by place desc limit 2`, [subjectId])
  expect(rows.map((row) => row.address)).toEqual(['192.0.2.8', '192.0.2.7'])
})

describe('a check', () => {
  const checks = async () => (await owner.query(`select findings, open, (select count(*)::int from graphile_worker.jobs where task_identifier = 'notice') as told from audit_checks order by at desc, id desc limit 1`)).rows[0] as { findings: unknown[]; told: number }

  test('keeps what it found, and tells the privacy officer only when something does not hold', async () => {
    await seal()
    await asJobs((client) => checkAudit(client, office, folder))
    expect(await checks()).toMatchObject({ findings: [], told: 0 })
    await asJobs((client) => checkAudit(client, office, `${folder}-nowhere`))
    expect(await checks()).toMatchObject({ findings: [{ trouble: 'unwitnessed' }], told: 1 })
  })
})

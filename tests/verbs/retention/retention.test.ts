import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit } from '#lib/audit/seal-audit.ts'
import { verifyAudit } from '#lib/audit/verify-audit.ts'
import { addDocument } from '#lib/cases/add-document.ts'
import { writeNote } from '#lib/cases/write-note.ts'
import { asActor } from '#lib/core/door.ts'
import { askWith } from '#lib/core/ask.ts'
import { env } from '#lib/core/env.ts'
import { unseal } from '#lib/core/ring-box.ts'
import { openBody } from '#lib/documents/box.ts'
import { keptHeads } from '#lib/audit/heads.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { saveDraft } from '#lib/drafts/save-draft.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { liftHold, setHold } from '#lib/retention/hold-case.ts'
import { destructionsOf, retainedCases, tombstonesOf } from '#lib/retention/queries.ts'
import { writeSealed } from '#lib/sealed/write-sealed.ts'
import { WriteSealed } from '#lib/sealed/sealed.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { signedPaper } from '#prisma/seed/paper.ts'
import { asJobs, workOff } from '#tests/verbs/jobs/run-job.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let caseId: string
let other: string
const folder = mkdtempSync(join(tmpdir(), 'hanai-heads-'))
const canary = '캐너리파기'
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const at = <T>(deed: () => Promise<T>) => world.at(morning, deed)
const ask = (name: string, cases: string[]) => at(() => askDestruction(world.as(name), { cases, password: demoPassword }))
const decide = (name: string, id: string) => at(() => decideDestruction(world.as(name), { id, answer: 'AGREED', password: demoPassword }))
const night = async () => {
  await world.owner(`select app.enqueue('retention.destroy')`)
  await at(workOff)
}
const close = async (id: string, until: string | null) => {
  await world.owner(`update cases set closed_at = $2 where id = $1`, [id, morning])
  if (until) await world.owner('update cases set retain_until = $2 where id = $1', [id, until])
}
const seen = (name: string, days = 0) => at(() => asActor(world.as(name), (tx) => retainedCases(tx, days)))

/** What a copy of the database made now has of what is sealed in a case. */
async function copied(of: string): Promise<Sealed> {
  const [text] = await rows('select r.id, r.box, p.box as reporter from sealed_records r join sealed_reporters p on p.record_id = r.id where r.case_id = $1', [of])
  const [file] = await rows('select d.id, b.box from documents d join document_bodies b on b.document_id = d.id where d.case_id = $1', [of])
  return { text, file } as unknown as Sealed
}
interface Sealed { text: { id: string; box: string; reporter: string }; file: { id: string; box: Buffer } }
const opens = async ({ text, file }: Sealed) =>
  [await unseal('content', text.box, text.id), await unseal('reporter', text.reporter, text.id), await openBody(file.id, file.box)].map((found) => found !== null)
const keyFile = (of: string) => join(env().caseKeysFolder, `${of}.json`)

/** Where the words of the case stand, table by table. */
async function traces(): Promise<string[]> {
  const tables = await rows(`select c.oid::regclass::text as name from pg_class c where c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and c.relkind = 'r'`)
  const found: string[] = []
  for (const { name } of tables) {
    const [row] = await rows(`select count(*)::int as n from ${String(name)} t where t::text like $1`, [`%${canary}%`])
    if (row?.['n'] !== 0) found.push(String(name))
  }
  return found.sort()
}

/** Rows that still name the case, beside those that may. */
async function mentions(id: string): Promise<string[]> {
  const tables = await rows(`select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('audit_entries', 'destroyed_cases', 'sent_forms')`)
  const found: string[] = []
  for (const { name } of tables) if ((await rows(`select from ${String(name)} t where t::text like $1 limit 1`, [`%${id}%`])).length > 0) found.push(String(name))
  return found
}

beforeAll(async () => {
  world = await makeWorld()
  caseId = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['반소담', '문다희'] })
  other = await opened(world, { child: '차유빈', lead: '윤채담' })
  const lead = world.as('류단우')
  const studentId = world.studentIds['노아린'] ?? ''
  const recipientId = world.ground.agencyIds['MH'] ?? ''
  await at(async () => {
    await writeNote(lead, { caseId, kind: 'VISIT', layer: 'SENSITIVE', audience: 'TEAM', domain: 'GENERAL', body: canary })
    await setGoal(world.as('반소담'), { caseId, statement: canary, domain: 'ECON', steps: ['가', '나', '다', '라', canary] })
    await addDocument(world.as('반소담'), { caseId, kind: 'REPORT', layer: 'PROGRESS', domain: 'GENERAL' }, { name: `${canary}.pdf`, content: Buffer.from(`%PDF-1.7\n${canary}\n%%EOF\n`) }, randomUUID())
    await writeSealed(world.as('반소담'), WriteSealed.parse({ caseId, kind: 'OTHER', body: canary, reporter: canary, readers: [] }))
    await addDocument(world.as('윤채담'), { caseId: other, kind: 'REPORT', layer: 'PROGRESS', domain: 'GENERAL' }, { name: '남는 사례.pdf', content: Buffer.from('%PDF-1.7\n남는 것\n%%EOF\n') }, randomUUID())
    await writeSealed(world.as('윤채담'), WriteSealed.parse({ caseId: other, kind: 'OTHER', body: '남는 것', reporter: '남는 사람', readers: [] }))
    await recordConsent(lead, { studentId, subject: 'STUDENT', recipientId, purpose: canary, items: ['ECON'], state: 'GRANTED', validUntil: '2027-02-28', evidenceKind: 'PAPER', evidence: canary }, await signedPaper())
    await recordBasis(lead, { caseId, recipientId, kind: 'URGENT_RISK', reason: canary, items: ['ECON'], validUntil: '2026-12-01' })
    await saveDraft(lead, { kind: 'note', subject: caseId }, { form: randomUUID(), fields: { body: [canary] } })
  })
  await world.owner(`update cases set next_action = $2 where id = $1`, [caseId, canary])
  await world.owner('insert into other_sides (id, office_id, student_id, other_id, set_by_id, set_at) values (gen_random_uuid(), $1, $2, $3, $4, now())', [world.ground.officeId, world.studentIds['노아린'], world.studentIds['차유빈'], lead.staffId])
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await closeIdentityDoor()
})

describe('how long a case is kept', () => {
  const kept = async (grade: number | null, closed: string) => (await rows(`select to_char(r.until, 'YYYY-MM-DD') as until, r.rule from students s, app.retention_of(s.office_id, s.id, $2) r where s.id = $1`, [await withGrade(grade), closed]))[0]
  const withGrade = async (grade: number | null) => {
    await world.owner('update students set grade = $2 where id = $1', [world.studentIds['노아린'], grade])
    return world.studentIds['노아린']
  }

  test('is until she would finish high school, and without a grade until she is nineteen', async () => {
    expect(await kept(9, '2026-11-24T09:00:00+09:00')).toEqual({ until: '2030-03-01', rule: 'SCHOOL_ENDS 0' })
    expect(await kept(12, '2027-02-10T09:00:00+09:00')).toEqual({ until: '2027-03-01', rule: 'SCHOOL_ENDS 0' })
    expect(await kept(1, '2026-03-02T09:00:00+09:00')).toEqual({ until: '2038-03-01', rule: 'SCHOOL_ENDS 0' })
    expect(await kept(null, '2026-11-24T09:00:00+09:00')).toEqual({ until: '2030-04-02', rule: 'SCHOOL_ENDS 0' })
  })

  test('follows the office’s rule of the day on which it closed, and not a later one', async () => {
    await world.owner(`insert into retention_rules (id, office_id, valid_from, kind, amount, source) values (gen_random_uuid(), $1, '2026-09-01', 'YEARS', 5, '내부 지침'), (gen_random_uuid(), $1, '2027-01-01', 'AGE', 25, '내부 지침')`, [world.ground.officeId])
    expect(await kept(9, '2026-08-31T23:59:00+09:00')).toEqual({ until: '2030-03-01', rule: 'SCHOOL_ENDS 0' })
    expect(await kept(9, '2026-11-24T09:00:00+09:00')).toEqual({ until: '2031-11-24', rule: 'YEARS 5' })
    expect(await kept(9, '2027-01-01T00:00:00+09:00')).toEqual({ until: '2036-04-02', rule: 'AGE 25' })
  })

  test('is set when it closes and unset when it opens again', async () => {
    const until = async () => (await rows(`select to_char(retain_until, 'YYYY-MM-DD') as until from cases where id = $1`, [other]))[0]?.['until']
    expect(await until()).toBeNull()
    await close(other, null)
    expect(await until()).toBe('2031-11-24')
  })
})

describe('a case whose time is over', () => {
  let before: [Sealed, Sealed]
  beforeAll(() => close(caseId, '2026-11-01'))

  test('is shown by its number to the head of the programme and the privacy officer, and to nobody else', async () => {
    for (const name of ['서강민', '노을기']) expect((await seen(name)).map(({ id }) => id), name).toEqual([caseId])
    for (const name of ['문다희', '류단우', '하도경', '도서진']) expect(await seen(name, 9999), name).toEqual([])
  })

  test('stays while it is held, and a hold is lifted by two', async () => {
    await at(() => setHold(world.as('서강민'), { caseId, reason: '재판에서 기록을 찾고 있어요' }))
    await expect(at(() => setHold(world.as('서강민'), { caseId, reason: '재판에서 기록을 찾고 있어요' }))).rejects.toThrow('retention.refusal.held')
    await expect(ask('서강민', [caseId])).rejects.toThrow('retention.refusal.notOver')
    const holdId = String((await rows('select id from legal_holds where lifted_at is null'))[0]?.['id'])
    const lift = (name: string) => at(() => liftHold(world.as(name), { holdId }))
    await lift('서강민')
    await expect(lift('서강민')).rejects.toThrow('retention.refusal.twoPersons')
    expect((await world.sql('서강민', `update legal_holds set lifted_by_id = '${world.as('서강민').staffId}', lifted_at = app.now() where id = $1`, [holdId])).rowCount).toBe(0)
    await lift('노을기')
    expect((await seen('서강민'))[0]?.hold).toBeNull()
  })

  test('is destroyed by two, by night, and by nothing else', async () => {
    await expect(ask('문다희', [caseId])).rejects.toThrow('core.refusal.notAllowed')
    await expect(ask('서강민', [other])).rejects.toThrow('retention.refusal.notOver')
    const id = (await ask('서강민', [caseId])).replace('/retention/', '')
    await expect(decide('서강민', id)).rejects.toThrow('retention.refusal.twoPersons')
    await night()
    expect((await rows('select count(*)::int as n from notes where case_id = $1', [caseId]))[0]).toEqual({ n: 1 })
    await expect(world.sql('서강민', 'select app.destroy_next()')).rejects.toThrow('permission denied')
    await expect(world.sql('서강민', 'delete from cases')).rejects.toThrow('permission denied')
    await asJobs(async (client) => {
      for (const table of ['cases', 'notes', 'documents', 'destroyed_cases']) await expect(client.query(`delete from ${table}`), table).rejects.toThrow('permission denied')
    })
    expect(await traces()).toEqual(expect.arrayContaining(['cases', 'consents', 'documents', 'goals', 'lawful_bases', 'notes']))
    await decide('노을기', id)
  })

  test('leaves nothing that was written in it in any table, and the audit still verifies', async () => {
    before = [await copied(caseId), await copied(other)]
    cpSync(env().caseKeysFolder, join(folder, 'copy'), { recursive: true })
    for (const copy of before) expect(await opens(copy)).toEqual([true, true, true])
    const entries = (await rows('select count(*)::int as n from audit_entries where case_id = $1', [caseId]))[0]?.['n']
    await night()
    expect(await traces()).toEqual([])
    expect(await mentions(caseId)).toEqual([])
    expect((await rows('select count(*)::int as n from audit_entries where case_id = $1', [caseId]))[0]?.['n']).toBe(Number(entries) + 1)
    const found = await asJobs(async (client) => {
      await sealAudit(client, folder)
      return verifyAudit(askWith(client), world.ground.officeId, (await keptHeads(folder)).heads.get(world.ground.officeId) ?? [])
    })
    expect(found.findings).toEqual([])
    expect((await rows('select count(*)::int as n from cases where id = $1', [other]))[0]).toEqual({ n: 1 })
  })

  test('opens no more in a copy made before it was destroyed, while another case does', async () => {
    const [gone, stays] = before
    expect(await opens(gone)).toEqual([false, false, false])
    expect(await opens(stays)).toEqual([true, true, true])
    expect([existsSync(keyFile(caseId)), existsSync(keyFile(other))]).toEqual([false, true])
    // The signed paper of her consent has a key of its own, which goes too.
    const [stone] = await rows('select keys, keys_gone_at from destroyed_cases where case_id = $1', [caseId])
    const keys = stone?.['keys'] as string[]
    expect(stone?.['keys_gone_at']).toEqual(morning)
    expect([keys[0], keys.length, keys.some((key) => existsSync(keyFile(key)))]).toEqual([caseId, 3, false])
  })

  test('loses its key at the next night when the folder was put back from a copy', async () => {
    cpSync(join(folder, 'copy'), env().caseKeysFolder, { recursive: true })
    expect(await opens(before[0])).toEqual([true, true, true])
    await night()
    expect(await opens(before[0])).toEqual([false, false, false])
    expect(await opens(before[1])).toEqual([true, true, true])
  })

  test('leaves a certificate: what, how many rows, by which rule, who and when, under a digest of it', async () => {
    const [line] = await at(() => asActor(world.as('노을기'), (tx) => destructionsOf(tx, world.as('노을기'))))
    expect(line).toMatchObject({ state: 'DONE', by: '서강민', decidedBy: '노을기', cases: 1 })
    expect(line?.hash).toMatch(/^[0-9a-f]{64}$/)
    const [stone] = await at(() => asActor(world.as('노을기'), (tx) => tombstonesOf(tx, world.as('노을기'), line?.id ?? '')))
    expect(stone?.rows).toMatchObject({ cases: 1, notes: 1, goals: 1, documents: 2, document_bodies: 2, sealed_records: 1, sealed_reporters: 1, consents: 1, consent_evidence: 1, lawful_bases: 1, drafts: 1 })
  })
})

test('what was opened again or held after two had agreed is left out', async () => {
  const [first, second] = [await opened(world, { child: '장우림', lead: '윤채담' }), await opened(world, { child: '서지안', lead: '윤채담' })]
  await close(first, '2026-11-01')
  await close(second, '2026-11-01')
  const id = (await ask('서강민', [first, second])).replace('/retention/', '')
  await decide('노을기', id)
  await at(() => setHold(world.as('서강민'), { caseId: first, reason: '조사가 다시 시작되었어요' }))
  await night()
  expect((await rows('select case_id, done_at is not null as done from destroyed_cases where destruction_id = $1', [id])).find((row) => row['case_id'] === first)).toMatchObject({ done: false })
  expect((await rows('select id from cases where id = any($1)', [[first, second]])).map((row) => row['id'])).toEqual([first])
})

test('of a case that was destroyed while its keys stayed, because the service died in between, they go at the next night', async () => {
  const third = await opened(world, { child: '장우림', lead: '윤채담' })
  await at(() => writeSealed(world.as('윤채담'), WriteSealed.parse({ caseId: third, kind: 'OTHER', body: '잠깐', reporter: '', readers: [] })))
  await close(third, '2026-11-01')
  await decide('노을기', (await ask('서강민', [third])).replace('/retention/', ''))
  await asJobs((client) => client.query('select app.destroy_next()'))
  expect(existsSync(keyFile(third))).toBe(true)
  await night()
  expect(existsSync(keyFile(third))).toBe(false)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#lib/core/actor.ts'
import { may } from '#lib/access/policy.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { sealExport } from '#lib/exports/box.ts'
import { decideExport, finishExport } from '#lib/exports/decide-export.ts'
import { downloadExport } from '#lib/exports/download-export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { takeLog } from '#lib/exports/take-log.ts'
import { exportsOf } from '#lib/exports/queries.ts'
import { askDestruction, decideDestruction } from '#lib/retention/destroy.ts'
import { liftHold, setHold } from '#lib/retention/hold-case.ts'
import { destructionsOf, retainedCases } from '#lib/retention/queries.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning } from '#tests/world.ts'
import {
  caseStates, destructionStates, exportStates, holdStates, onAsking, onCase, onDestruction, onExport, onHold, onTakingLog, sizes, standings, type CaseState, type Size, type Standing, type Verdict,
} from './keeping.ts'
import { agree } from './tally.ts'
import { undone } from './tries.ts'

/* Role × standing × whose × state × deed, of lists that leave and of cases that are kept or go. */
const world = await makeWorld()
const { officeId } = world.ground

const people: Record<Role, string> = {
  TEACHER: '고은별', COUNSELOR: '윤채담', SCHOOL_LEAD: '남기훈', COORDINATOR: '문다희', OFFICE_LEAD: '서강민',
  PARTNER_WORKER: '도서진', PARTNER_LEAD: '피하윤', STATISTICS_VIEWER: '차시온', PRIVACY_OFFICER: '노을기', ADMIN: '하도경',
}
const roles = Object.keys(people) as Role[]
/** Whoever may do none of it stands no worse for that. */
const some: Role[] = ['SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD', 'PRIVACY_OFFICER']
const another = { OFFICE_LEAD: '배온유', other: '서강민' }
const other = (role: Role) => (role === 'OFFICE_LEAD' ? another.OFFICE_LEAD : another.other)

const cases = {} as Record<CaseState, string>
const exportIds = new Map<string, string>()
const holdIds = new Map<string, string>()
const destructionIds = new Map<string, string>()
const idOf = (ids: Map<string, string>, ...key: string[]) => ids.get(key.join(' ')) ?? newId()

beforeAll(async () => {
  const children: Record<CaseState | 'second', string> = { OPEN: '차유빈', second: '서지우', KEPT: '장우림', OVER: '서지안', HELD: '김지우', ASKED: '응우옌하린', CONFLICTED: '노다정' }
  for (const [state, child] of Object.entries(children)) cases[state as CaseState] = await opened(world, { child, lead: '윤채담' })
  await world.owner('update cases set closed_at = $1 where id = any($2)', [morning, caseStates.filter((state) => state !== 'OPEN').map((state) => cases[state])])
  await world.owner(`update cases set retain_until = case when id = $1 then date '2030-03-01' else date '2026-11-01' end where closed_at is not null`, [cases.KEPT])
  for (const name of ['서강민', '노을기']) {
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values ($1, $2, $3, $4, $3, $5)`, [newId(), officeId, world.as(name).staffId, world.studentIds['노다정'], morning])
  }
  await world.owner('update offices set export_rows = 1000 where id = $1', [officeId])
  await world.owner('alter table legal_holds drop constraint legal_holds_office_id_case_id_fkey')
  for (const role of roles) {
    for (const [whose, name] of [['own', people[role]], ['other', other(role)]] as const) {
      for (const state of exportStates) await putExport(`${role} ${whose} ${state}`, name, state)
      for (const state of destructionStates) await putDestruction(`${role} ${whose} ${state}`, name, state)
    }
    for (const state of holdStates) await putHold(role, state)
  }
  await putDestruction('the one that waits', '서강민', 'ASKED', cases.ASKED)
  await world.owner(`insert into legal_holds (id, office_id, case_id, reason, set_by_id, set_at) values ($1, $2, $3, '재판에서 찾고 있어요', $4, $5)`, [newId(), officeId, cases.HELD, world.as('서강민').staffId, morning])
  await world.owner(`create function app.undo() returns trigger language plpgsql as $$ begin raise exception '${undone}'; end $$`)
  await world.owner('create constraint trigger undo after insert on audit_entries deferrable initially deferred for each row execute function app.undo()')
})
afterAll(closeIdentityDoor)

async function putExport(key: string, name: string, state: string) {
  const id = newId()
  exportIds.set(key, id)
  const made = state === 'READY' || state === 'EXPIRED'
  const expires = made ? new Date(morning.getTime() + (state === 'READY' ? 1 : -1) * 3_600_000) : null
  await world.owner(`insert into exports (id, office_id, number, format, filters, reason, rows, state, requested_by_id, at, made_at, expires_at, bytes, case_ids) values ($1, $2, $3, 'CSV', '', '월례 회의 자료를 만들어요', 500, $4, $5, $6, $7, $8, 1, $9)`,
    [id, officeId, `X-${id}`, made ? 'READY' : state, world.as(name).staffId, morning, made ? morning : null, expires, made ? [cases.OPEN] : []])
  if (made) await world.owner('insert into export_bodies (office_id, export_id, box) values ($1, $2, $3)', [officeId, id, Buffer.from(await sealExport(id, Buffer.from('x')))])
}

async function putDestruction(key: string, name: string, state: string, of?: string) {
  const id = newId()
  destructionIds.set(key, id)
  const decided = state === 'ASKED' || state === 'CONFLICTED' ? null : world.as(name === '하도경' ? '차시온' : '하도경').staffId
  await world.owner('insert into destructions (id, office_id, number, state, asked_by_id, asked_at, decided_by_id, decided_at, done_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [id, officeId, `D-${id}`, state === 'CONFLICTED' ? 'ASKED' : state, world.as(name).staffId, morning, decided, decided && morning, state === 'DONE' ? morning : null])
  const what = of ?? (state === 'CONFLICTED' ? cases.CONFLICTED : newId())
  await world.owner(`insert into destroyed_cases (office_id, destruction_id, case_id, case_number, retain_until, rule) values ($1, $2, $3, 'G-2020-0001', '2026-03-01', 'AGE 19')`, [officeId, id, what])
}

/** Each on a case of its own that nobody else has a hold on: one that is no more. The relative's case has one for all. */
async function putHold(role: Role, state: string) {
  const known = state === 'CONFLICTED' ? holdIds.get(`${roles[0]} CONFLICTED`) : undefined
  const id = known ?? newId()
  holdIds.set(`${role} ${state}`, id)
  if (known) return
  const asker = state === 'LIFT ASKED BY HER' ? people[role] : state === 'LIFT ASKED' || state === 'LIFTED' ? other(role) : null
  const lifter = state === 'LIFTED' ? world.as('하도경').staffId : null
  await world.owner(`insert into legal_holds (id, office_id, case_id, reason, set_by_id, set_at, lift_asked_by_id, lift_asked_at, lifted_by_id, lifted_at) values ($1, $2, $3, '재판에서 찾고 있어요', $4, $5, $6, $7, $8, $9)`,
    [id, officeId, state === 'CONFLICTED' ? cases.CONFLICTED : newId(), world.as('서강민').staffId, morning, asker && world.as(asker).staffId, asker && morning, lifter, lifter && morning])
}

/** The one way a person stands at a time; what was proved is proved by having signed in just now. */
async function stand(standing: Standing) {
  const [signedIn, until] = [standing === 'STALE' ? new Date(morning.getTime() - 3_600_000) : morning, standing === 'UNCLEARED' ? '2026-11-01' : '2027-11-01']
  await world.owner('update sessions set created_at = $1, second_at = $1, proven_at = null', [signedIn])
  await world.owner('update handling_approvals set valid_until = $1', [until])
}

const persons = standings.flatMap((standing) => (standing === 'PROVEN' ? roles : some).map((role) => [standing, role] as const))

/** Every cell of a person: what she would do, and what is written down of it. */
function cellsOf(standing: Standing, role: Role) {
  const written: Record<string, Verdict> = {}
  for (const whose of ['own', 'other'] as const) {
    for (const state of exportStates) for (const deed of ['see', 'agree to', 'make', 'download'] as const) written[`${deed} · ${whose} export ${state}`] = onExport(deed, role, standing, whose === 'own', state)
    for (const state of destructionStates) for (const deed of ['see', 'decide'] as const) written[`${deed} · ${whose} destruction ${state}`] = onDestruction(deed, role, standing, whose === 'own', state)
  }
  for (const size of sizes) written[`ask · ${size}`] = onAsking(role, standing, size)
  written['take the record out'] = onTakingLog(role, standing)
  for (const state of caseStates) for (const deed of ['see', 'hold', 'ask to destroy'] as const) written[`${deed} · case ${state}`] = onCase(deed, role, standing, state)
  for (const state of holdStates) if (state !== 'LIFT ASKED BY HER' || role === 'OFFICE_LEAD') written[`lift · hold ${state}`] = onHold(role, standing, state)
  return written
}

const notYet = /faster|notNow|refusal\.open|refusal\.held|notOver|nothing|twoPersons|exports\.refusal\.gone/

async function verdict(deed: () => Promise<unknown>): Promise<Verdict> {
  try {
    return (await world.at(morning, deed)) === true ? 'done' : 'no such thing'
  } catch (error) {
    if (error instanceof Error && (error.message.includes(undone) || String(error.cause).includes(undone))) return 'done'
    if (!(error instanceof Refusal)) throw error
    if (error.message === 'access.proof.needed') return 'proof'
    if (error.status === 403) return 'not allowed'
    if (error.status === 404) return 'no such thing'
    if (notYet.test(error.message)) return 'not yet'
    throw error
  }
}

const most = (size: Size) => world.owner('update offices set export_rows = $1 where id = $2', [size === 'MANY' ? 1 : 1000, officeId])

describe.each(standings)('what the application lets be done: %s', (standing) => {
  beforeAll(() => stand(standing))

  test.each(persons.filter(([how]) => how === standing))('%s · %s', async (_, role) => {
    const me = world.as(people[role])
    const password = ''
    const seen = await world.at(morning, () => asActor(me, async (tx) => ({
      exports: may(me, 'export.read') ? (await exportsOf(tx, me)).map(({ id }) => id) : [],
      cases: may(me, 'retention.read') ? (await retainedCases(tx, 0)).map(({ id }) => id) : [],
      destructions: may(me, 'retention.read') ? (await destructionsOf(tx, me)).map(({ id }) => id) : [],
    })))
    const found: Record<string, Verdict> = {}
    for (const whose of ['own', 'other']) {
      for (const state of exportStates) {
        const id = idOf(exportIds, role, whose, state)
        const name = `${whose} export ${state}`
        found[`see · ${name}`] = seen.exports.includes(id) ? 'done' : 'no such thing'
        found[`agree to · ${name}`] = await verdict(() => decideExport(me, { id, answer: 'AGREED', password }))
        found[`make · ${name}`] = await verdict(() => finishExport(me, { id, password }))
        found[`download · ${name}`] = await verdict(() => asActor(me, (tx) => downloadExport(tx, me, id)))
      }
      for (const state of destructionStates) {
        const id = idOf(destructionIds, role, whose, state)
        found[`see · ${whose} destruction ${state}`] = seen.destructions.includes(id) ? 'done' : 'no such thing'
        found[`decide · ${whose} destruction ${state}`] = await verdict(() => decideDestruction(me, { id, answer: 'AGREED', password }))
      }
    }
    for (const size of sizes) {
      await most(size)
      found[`ask · ${size}`] = await verdict(() => makeExport(me, { filters: '', format: 'CSV', reason: '월례 회의 자료를 만들어요', password }))
    }
    await most('FEW')
    found['take the record out'] = await verdict(() => takeLog(me, { month: '2026-11', kind: undefined, format: 'CSV', reason: '월간 점검에 붙여요', password }))
    for (const state of caseStates) {
      found[`see · case ${state}`] = seen.cases.includes(cases[state]) ? 'done' : 'no such thing'
      found[`hold · case ${state}`] = await verdict(() => setHold(me, { caseId: cases[state], reason: '재판에서 찾고 있어요' }))
      found[`ask to destroy · case ${state}`] = await verdict(() => askDestruction(me, { cases: [cases[state]], password }))
    }
    for (const state of holdStates) if (state !== 'LIFT ASKED BY HER' || role === 'OFFICE_LEAD') found[`lift · hold ${state}`] = await verdict(() => liftHold(me, { holdId: idOf(holdIds, role, state) }))
    agree('the application: what leaves, is kept and goes', `${standing} · ${role}`, found, cellsOf(standing, role))
  })
})

describe.each(standings)('what the database lets be done: %s', (standing) => {
  beforeAll(() => stand(standing))

  test.each(persons.filter(([how]) => how === standing))('%s · %s', async (_, role) => {
    const name = people[role]
    const me = world.as(name).staffId
    const does = async (text: string, values: unknown[]) => {
      try {
        return (await world.sql(name, text, values)).rowCount === 1
      } catch (error) {
        if (error instanceof Error && /row-level security|export_needs_two|hold_once|violates check constraint/.test(error.message)) return false
        throw error
      }
    }
    const { rows } = await world.sql(name, `select id::text as thing from exports union all select 'file ' || export_id from export_bodies union all select r.id::text from app.retained(interval '0 days') r
      union all select d.id::text from destructions d where exists (select from destroyed_cases x where x.destruction_id = d.id)`)
    const seen = new Set(rows.map(({ thing }) => String(thing)))
    const found: Record<string, boolean> = {}
    for (const whose of ['own', 'other']) {
      for (const state of exportStates) {
        const id = idOf(exportIds, role, whose, state)
        const thing = `${whose} export ${state}`
        found[`see · ${thing}`] = seen.has(id)
        found[`agree to · ${thing}`] = await does(`update exports set state = 'AGREED', decided_by_id = $2, decided_at = app.now() where id = $1`, [id, me])
        found[`make · ${thing}`] = await does(`update exports set state = 'READY', made_at = app.now(), expires_at = app.now() + interval '1 hour', case_ids = array[$2::uuid] where id = $1`, [id, cases.OPEN])
        found[`download · ${thing}`] = seen.has(`file ${id}`)
      }
      for (const state of destructionStates) {
        const id = idOf(destructionIds, role, whose, state)
        found[`see · ${whose} destruction ${state}`] = seen.has(id)
        found[`decide · ${whose} destruction ${state}`] = await does(`update destructions set state = 'AGREED', decided_by_id = $2, decided_at = app.now() where id = $1`, [id, me])
      }
    }
    for (const size of sizes) {
      found[`ask · ${size}`] = await does(`insert into exports (id, office_id, number, format, filters, reason, rows, state, requested_by_id, at, case_ids) values (gen_random_uuid(), $1, 'X-0', 'CSV', '', '이유를 열 글자 넘게 적어요', $2, $3, $4, app.now(), '{}')`,
        [officeId, size === 'FEW' ? 1 : 4000, size === 'FEW' ? 'AGREED' : 'ASKED', me])
    }
    found['take the record out'] = await does(`insert into exports (id, office_id, number, what, format, filters, reason, rows, state, requested_by_id, at, case_ids) values (gen_random_uuid(), $1, 'X-0', 'AUDIT', 'CSV', '', '이유를 열 글자 넘게 적어요', 4000, 'AGREED', $2, app.now(), '{}')`, [officeId, me])
    expect(await does(`insert into exports (id, office_id, number, format, filters, reason, rows, state, requested_by_id, at, case_ids) values (gen_random_uuid(), $1, 'X-0', 'CSV', '', '이유를 열 글자 넘게 적어요', 4000, 'AGREED', $2, app.now(), '{}')`, [officeId, me]), 'many, by one alone').toBe(false)
    for (const state of caseStates) {
      found[`see · case ${state}`] = seen.has(cases[state])
      found[`hold · case ${state}`] = await does(`insert into legal_holds (id, office_id, case_id, reason, set_by_id, set_at) values (gen_random_uuid(), $1, $2, '재판에서 찾고 있어요', $3, app.now())`, [officeId, cases[state], me])
      found[`ask to destroy · case ${state}`] = await does(`select 1 from app.tried_to_destroy($1, $2)`, [cases[state], me])
    }
    for (const state of holdStates) {
      if (state === 'LIFT ASKED BY HER' && role !== 'OFFICE_LEAD') continue
      const id = idOf(holdIds, role, state)
      found[`lift · hold ${state}`] = (await does('update legal_holds set lift_asked_by_id = $2, lift_asked_at = app.now() where id = $1 and lift_asked_by_id is null', [id, me]))
        || (await does('update legal_holds set lifted_by_id = $2, lifted_at = app.now() where id = $1', [id, me]))
    }
    const written = Object.fromEntries(Object.entries(cellsOf(standing, role)).map(([cell, verdict]) => [cell, verdict === 'done']))
    agree('the database: what leaves, is kept and goes', `${standing} · ${role}`, found, written)
  })

  // A destruction and its cases are two statements, the second seeing the first: here in one call, as whoever calls.
  beforeAll(() => world.owner(`create or replace function app.tried_to_destroy(of_case uuid, me uuid) returns setof int language plpgsql as $$
    declare whole uuid := gen_random_uuid();
    begin
      insert into destructions (id, office_id, number, state, asked_by_id, asked_at) values (whole, '${officeId}', 'D-0', 'ASKED', me, app.now());
      insert into destroyed_cases (office_id, destruction_id, case_id, case_number, retain_until, rule) values ('${officeId}', whole, of_case, 'G', app.now(), 'AGE 19');
      return next 1;
    end $$`))
})

test('there is a cell for each person, how she stands, and what she would do', () => {
  expect(persons.reduce((all, [standing, role]) => all + Object.keys(cellsOf(standing, role)).length, 0)).toBe(1533)
})

import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { askApproval, askInvitation } from '#lib/people/ask-change.ts'
import { attestRights } from '#lib/people/attest-rights.ts'
import { decideChange } from '#lib/people/decide-change.ts'
import { personLine } from '#lib/people/list.ts'
import { endApproval, endPerson, signPersonOut, suspendPerson } from '#lib/people/narrow.ts'
import { trainPeople } from '#lib/people/train-people.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { agree } from './tally.ts'
import { undone } from './tries.ts'

/* Role × whom it is about × deed: who may do what with the rights of others. Written down by hand; both judges are held to it. */
const world = await makeWorld()

const actors: Record<Role, string> = {
  TEACHER: '고은별', COUNSELOR: '윤채담', SCHOOL_LEAD: '남기훈', COORDINATOR: '문다희', OFFICE_LEAD: '서강민',
  PARTNER_WORKER: '도서진', PARTNER_LEAD: '피하윤', STATISTICS_VIEWER: '차시온', PRIVACY_OFFICER: '노을기', ADMIN: '하도경',
}
/** A colleague of the same body; where there is none, nobody. */
const colleague: Partial<Record<Role, string>> = {
  TEACHER: '조해솔', COUNSELOR: '조해솔', SCHOOL_LEAD: '조해솔', COORDINATOR: '배온유', OFFICE_LEAD: '배온유', PARTNER_WORKER: '피하윤', PARTNER_LEAD: '도서진', PRIVACY_OFFICER: '배온유', ADMIN: '배온유',
}
const targets = ['SELF', 'COLLEAGUE', 'ELSEWHERE', 'HEAD'] as const
type Target = (typeof targets)[number]

const whom = (role: Role, target: Target): string | undefined =>
  target === 'SELF' ? actors[role] : target === 'COLLEAGUE' ? colleague[role] : target === 'ELSEWHERE' ? '임보라' : role === 'OFFICE_LEAD' ? undefined : '서강민'

/** Everybody of the office, of her own body, or nobody: whom she looks after. */
const reach: Partial<Record<Role, 'ALL' | 'OWN'>> = { ADMIN: 'ALL', OFFICE_LEAD: 'ALL', PRIVACY_OFFICER: 'ALL', SCHOOL_LEAD: 'OWN', PARTNER_LEAD: 'OWN' }

function expected(role: Role, target: Target): Record<string, boolean> {
  const near = target === 'SELF' || target === 'COLLEAGUE'
  const sees = reach[role] === 'ALL' || (reach[role] === 'OWN' && near)
  const acts = sees && role !== 'PRIVACY_OFFICER' && target !== 'SELF'
  const decides = target !== 'SELF' && (role === 'OFFICE_LEAD' || (reach[role] === 'OWN' && near) || (role === 'PRIVACY_OFFICER' && target === 'HEAD'))
  return { see: sees, ask: acts, decide: decides, suspend: acts, 'sign out': acts, 'end an approval': acts, end: acts, train: acts, invite: sees && role !== 'PRIVACY_OFFICER', attest: role === 'PRIVACY_OFFICER' }
}

const cells = (Object.keys(actors) as Role[]).flatMap((role) => targets.flatMap((target) => (whom(role, target) ? [[role, target, whom(role, target) ?? ''] as const] : [])))
const asked = new Map<string, string>()

beforeAll(async () => {
  // One request about each, asked by the administrator; about herself by the head of the centre.
  for (const name of new Set(cells.map(([, , target]) => target))) {
    const id = newId()
    asked.set(name, id)
    await world.owner(`insert into access_changes (id, office_id, staff_id, kind, role, agency_id, valid_until, paper, reason, asked_by_id, asked_at)
      select $1, s.office_id, s.id, 'APPROVAL', s.role, s.agency_id, $2, 'x', '', $3, $4 from staff s where s.id = $5`,
    [id, new Date('2028-01-01'), world.as(name === '하도경' ? '서강민' : '하도경').staffId, morning, world.as(name).staffId])
  }
  await world.owner(`create function app.undo() returns trigger language plpgsql as $$ begin raise exception '${undone}'; end $$`)
  await world.owner(`create constraint trigger undo after insert on audit_entries deferrable initially deferred for each row when (new.outcome = 'done') execute function app.undo()`)
  // What each would ask is not the same as what waits.
  await world.owner('drop index access_change_one_waits')
})

async function done(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await deed()) === true
  } catch (error) {
    if (error instanceof Refusal) return false
    if (error instanceof Error && (error.message.includes(undone) || String(error.cause).includes(undone))) return true
    throw error
  }
}

describe('what the application lets be done', () => {
  test.each(cells)('%s · %s', async (role, target, name) => {
    const actor = world.as(actors[role])
    const { staffId, agencyId } = world.as(name)
    const tries = {
      see: () => asActor(actor, async (tx) => (await personLine(tx, actor, staffId)) !== null),
      ask: () => askApproval(actor, { staffId, validUntil: '2028-06-30', paper: '1', reason: '' }),
      decide: () => decideChange(actor, { id: asked.get(name) ?? '', answer: 'GRANTED', comment: '' }),
      suspend: () => suspendPerson(actor, { staffId }),
      'sign out': () => signPersonOut(actor, { staffId }),
      'end an approval': () => endApproval(actor, { staffId }),
      end: () => endPerson(actor, { staffId, lastDay: '2026-12-31' }),
      train: () => trainPeople(actor, { doneOn: '2026-11-24', people: [staffId] }),
      invite: () => askInvitation(actor, { name: '새 사람', nameEn: '', email: 'somebody@access.example', role: { SELF: role, COLLEAGUE: world.as(name).role, ELSEWHERE: 'TEACHER' as const, HEAD: 'COORDINATOR' as const }[target], agencyId, jobTitle: 'x', paper: '', reason: 'x' }),
      attest: () => attestRights(actor, { quarter: '2026-4', agencyId, needs: [], remark: '' }),
    }
    const found: Record<string, boolean> = {}
    for (const [what, deed] of Object.entries(tries)) found[what] = await world.at(morning, () => done(deed))
    agree('the application: the rights of others', `${role} · ${target}`, found, expected(role, target))
  })
})

describe('what the database lets be done', () => {
  test.each(cells)('%s · %s', async (role, target, name) => {
    const me = actors[role]
    const { staffId, agencyId, officeId } = world.as(name)
    const rows = async (text: string, values: unknown[]) => {
      try {
        return (await world.sql(me, text, values)).rows.some((row: Record<string, unknown>) => Object.values(row).some((value) => value !== false && value !== 0))
      } catch (error) {
        if (error instanceof Error && /row-level security|change_not_own|change_by_two/.test(error.message)) return false
        throw error
      }
    }
    const put = `insert into access_changes (id, office_id, staff_id, kind, role, agency_id, valid_until, paper, name, email, reason, asked_by_id, asked_at)`
    const found = {
      see: await rows('select 1 as n from rights_entries where staff_id = $1', [staffId]),
      ask: await rows(`with put as (${put} select gen_random_uuid(), s.office_id, s.id, 'APPROVAL', s.role, s.agency_id, '2028-06-30', '1', null, null, '', $2, app.now() from staff s where s.id = $1) select 1 as n`, [staffId, world.as(me).staffId]),
      decide: await rows(`with put as (update access_changes set state = 'GRANTED', decided_by_id = $2, decided_at = app.now() where id = $1 returning 1 as n) select n from put`, [asked.get(name), world.as(me).staffId]),
      suspend: await rows('select app.suspend_person($1) as done', [staffId]),
      'sign out': await rows('select app.sign_person_out($1) as done', [staffId]),
      'end an approval': await rows('select app.end_approval($1) as done', [staffId]),
      end: await rows(`select app.end_person($1, '2026-12-31') as done`, [staffId]),
      train: await rows(`select app.train_people(array[$1]::uuid[], '2026-11-24') as n`, [staffId]),
      invite: await rows(`with put as (${put} select gen_random_uuid(), $1, gen_random_uuid(), 'INVITATION', s.role, s.agency_id, null, null, 'x', 'somebody@access.example', 'x', $3, app.now() from staff s where s.id = $2) select 1 as n`, [officeId, staffId, world.as(me).staffId]),
      attest: await rows(`with put as (insert into rights_attestations (id, office_id, quarter, agency_id, by_id, at, people, doubted, remark) values (gen_random_uuid(), $1, '2026-4', $2, $3, app.now(), 0, '{}', '')) select 1 as n`, [officeId, agencyId, world.as(me).staffId]),
    }
    agree('the database: the rights of others', `${role} · ${target}`, found, expected(role, target))
  })
})

test('there is a cell for each role and whom it can be about', () => {
  expect(cells).toHaveLength(38)
})

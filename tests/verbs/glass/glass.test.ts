import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prove } from '#lib/access/prove.ts'
import { headOf } from '#lib/cases/head.ts'
import { writeNote } from '#lib/cases/write-note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { breakGlass } from '#lib/glass/break-glass.ts'
import { endGlass } from '#lib/glass/end-glass.ts'
import { BreakGlass } from '#lib/glass/glass.ts'
import { glasses } from '#lib/glass/queries.ts'
import { reviewGlass } from '#lib/glass/review-glass.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let id: string
const minute = 60_000
const after = (minutes: number) => new Date(morning.getTime() + minutes * minute)
const form = (more: object = {}) => BreakGlass.parse({ studentId: world.studentIds['노아린'], code: 'CHILD_IN_DANGER', reason: '연락이 되지 않아 안전을 확인해요', minutes: '30', password: demoPassword, ...more })
const open = (name: string, more: object = {}, at = morning) => world.at(at, () => breakGlass(world.as(name), form(more)))
const sees = (name: string, at = morning) => world.at(at, async () => (await asActor(world.as(name), (tx) => headOf(tx, world.as(name), id, true))) !== null)
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
/** What the privacy officer finds first in her list. */
const latest = async (at: Date) => (await world.at(at, () => asActor(world.as('노을기'), (tx) => glasses(tx, world.as('노을기')))))[0]?.id ?? ''
/** A teacher of the school who has no part in the case. */
const teacher = '반소담'

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['문다희'] })
})
afterAll(closeIdentityDoor)

describe('to prove who one is', () => {
  const tryTo = (password: string, at = morning, actor: Actor = world.as(teacher)) => world.at(at, () => prove(actor, password))

  test('takes the password, once in ten minutes, and is on record', async () => {
    await expect(tryTo('')).rejects.toThrow('access.proof.needed')
    await expect(tryTo('not hers')).rejects.toThrow('access.proof.wrong')
    await tryTo(demoPassword)
    await tryTo('', after(9))
    await expect(tryTo('', after(11))).rejects.toThrow('access.proof.needed')
    expect(await rows(`select count(*)::int as n from audit_entries where action = 'session.proven'`)).toEqual([{ n: 1 }])
  })

  test('slows down whoever guesses, like a sign-in', async () => {
    for (let n = 0; n < 9; n++) await expect(tryTo('guess', morning, world.as('강모아'))).rejects.toThrow('access.proof.wrong')
    await expect(tryTo('guess', morning, world.as('강모아'))).rejects.toThrow(/access.proof.(wrong|wait)/)
    await expect(tryTo(demoPassword, morning, world.as('강모아'))).rejects.toThrow('access.proof.wait')
  })

  test('a session that is over proves nothing, and an account without a password signs in again', async () => {
    await world.owner(`update accounts set password_hash = null where staff_id = $1`, [world.as('오나린').staffId])
    await expect(tryTo('x', morning, world.as('오나린'))).rejects.toThrow('access.proof.signInAgain')
    await world.owner(`update sessions set created_at = $1 where staff_id = $2`, [after(-5), world.as('오나린').staffId])
    await tryTo('', morning, world.as('오나린'))
    await world.owner(`update sessions set ended_at = $1 where staff_id = $2`, [morning, world.as('오나린').staffId])
    await expect(tryTo('', morning, world.as('오나린'))).rejects.toThrow('access.proof.signInAgain')
  })
})

test('nobody breaks it without a reason, a proof and a role; whoever has no way in learns nothing', async () => {
  expect(() => form({ reason: '짧아요' })).toThrow('glass.refusal.reasonShort')
  await expect(open('강모아', { password: '' }, after(30))).rejects.toThrow('access.proof.needed')
  await expect(open('도서진')).rejects.toThrow('core.refusal.notAllowed')
  await expect(open('하도경')).rejects.toThrow('core.refusal.notAllowed')
  const nothing = 'glass.refusal.nothing'
  // Of another school; and of the same, for a child without a case.
  await expect(open('윤채담')).rejects.toThrow(nothing)
  await expect(open(teacher, { studentId: world.studentIds['서지우'] })).rejects.toThrow(nothing)
  expect(await rows(`select count(*)::int as n from break_glasses`)).toEqual([{ n: 0 }])
  expect(await rows(`select count(*)::int as n from audit_entries where action = 'case.glass-refused'`)).toEqual([{ n: 2 }])
})

test('the database too wants a proof, and a way in', async () => {
  const insert = (name: string) => `insert into break_glasses (id, office_id, case_id, staff_id, code, reason, opened_at, until, review_due_at)
    values (gen_random_uuid(), '${world.ground.officeId}', '${id}', '${world.as(name).staffId}', 'OTHER', '안전을 확인해야 해요', app.now(), app.now() + interval '1 hour', app.now())`
  const refused = (name: string, at: Date) => expect(world.at(at, () => world.sql(name, insert(name))), name).rejects.toThrow('row-level security')
  // Of the school, but her proof is of forty minutes ago; and just proven, but of another school or outside the circle.
  await refused(teacher, after(40))
  for (const name of ['윤채담', '도서진', '하도경']) await world.owner('update sessions set proven_at = $1 where staff_id = $2', [morning, world.as(name).staffId])
  for (const name of ['윤채담', '도서진', '하도경']) await refused(name, morning)
})

test('a relative does not, whatever her role', async () => {
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [world.ground.officeId, world.as('배온유').staffId, world.studentIds['노아린'], morning])
  await expect(open('배온유')).rejects.toThrow('glass.refusal.nothing')
})

describe('once broken', () => {
  test('the case opens to read, for its time, and everybody who must know is told without content', async () => {
    expect(await sees(teacher)).toBe(false)
    expect(await open(teacher)).toBe(`/cases/${id}`)
    expect(await sees(teacher, after(29))).toBe(true)
    expect(await sees(teacher, after(31))).toBe(false)
    expect(await rows(`select type from events where case_id = $1 order by id desc limit 1`, [id])).toEqual([{ type: 'case.glass-broken' }])
    const told = await rows(`select p.payload ->> 'kind' as kind, s.name from graphile_worker._private_jobs p join staff s on s.id::text = p.payload ->> 'staffId' where p.payload ->> 'kind' like 'glass.%' order by 1, 2`)
    expect(told).toEqual([{ kind: 'glass.broken', name: '류단우' }, { kind: 'glass.review', name: '노을기' }, { kind: 'glass.review', name: '서강민' }])
    expect(JSON.stringify(await rows(`select payload from graphile_worker._private_jobs`))).not.toContain('노아린')
  })

  test('nothing is written through it, by the application or by SQL', async () => {
    const note = { body: '글', kind: 'CALL' as const, layer: 'PROGRESS' as const, audience: 'TEAM' as const, domain: 'GENERAL' as const }
    await expect(world.at(after(1), () => writeNote(world.as(teacher), { caseId: id, ...note }))).rejects.toThrow('cases.page.off.observer')
    expect((await world.sql(teacher, `update cases set next_action = 'x' where id = '${id}'`)).rowCount).toBe(0)
    await expect(world.sql(teacher, `insert into break_glasses (id, office_id, case_id, staff_id, code, reason, opened_at, until, review_due_at) select gen_random_uuid(), office_id, case_id, staff_id, code, reason, opened_at, opened_at + interval '5 hours', review_due_at from break_glasses`)).rejects.toThrow('glass_period')
    await expect(world.sql(teacher, `update break_glasses set until = until + interval '1 hour'`)).rejects.toThrow('permission denied')
    await expect(world.sql(teacher, `update break_glasses set reviewed_by_id = staff_id, reviewed_at = app.now(), outcome = 'JUSTIFIED', remark = 'x'`)).rejects.toThrow(/glass_reviewed_by_another|row-level security/)
  })

  test('she ends it herself, and then it is over at once', async () => {
    await world.at(after(1), () => asActor(world.as(teacher), (tx) => headOf(tx, world.as(teacher), id)))
    await world.at(after(2), () => endGlass(world.as(teacher), { caseId: id }))
    expect(await sees(teacher, after(2))).toBe(false)
    await expect(world.at(after(3), () => endGlass(world.as(teacher), { caseId: id }))).rejects.toThrow('glass.refusal.over')
  })

  test('somebody outside the team judges it, once', async () => {
    const glass = await latest(after(5))
    const judge = (name: string) => world.at(after(5), () => reviewGlass(world.as(name), { id: glass, outcome: 'JUSTIFIED', remark: '전화 기록과 맞아요' }))
    await expect(judge(teacher)).rejects.toThrow('core.refusal.notAllowed')
    await world.owner(`insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id) select gen_random_uuid(), office_id, $1, id, agency_id, 'MEMBER', 'OFFICE_TEAM', $2, id from staff where name = '서강민'`, [id, morning])
    await expect(judge('서강민')).rejects.toThrow('glass.refusal.team')
    expect(await judge('노을기')).toBe(`/glass/${glass}`)
    await expect(judge('노을기')).rejects.toThrow('core.refusal.faster')
  })

  test('the privacy officer sees who, when, why and how much, and no child', async () => {
    const found = await world.at(after(5), () => asActor(world.as('노을기'), (tx) => glasses(tx, world.as('노을기'))))
    expect(found).toMatchObject([{ who: teacher, code: 'CHILD_IN_DANGER', outcome: 'JUSTIFIED', looks: 1, caseNumber: expect.stringMatching(/^G-/) }])
    expect(JSON.stringify(found)).not.toContain('노아린')
  })

  test('whoever has one that nobody judged in time opens no other until it is', async () => {
    await open(teacher, {}, after(60))
    const later = new Date('2026-11-26T09:00:00+09:00')
    await expect(open(teacher, {}, later)).rejects.toThrow('glass.refusal.unreviewed')
    const glass = await latest(later)
    await world.at(later, () => reviewGlass(world.as('노을기'), { id: glass, outcome: 'NOT_JUSTIFIED', remark: '담당자와 통화할 수 있었어요' }))
    expect(await open(teacher, {}, later)).toBe(`/cases/${id}`)
  })

  test('a conflict that is found meanwhile ends it at the next look', async () => {
    const later = new Date('2026-11-26T09:05:00+09:00')
    expect(await sees(teacher, later)).toBe(true)
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`, [world.ground.officeId, world.as(teacher).staffId, world.studentIds['노아린'], later])
    expect(await sees(teacher, later)).toBe(false)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { headOf } from '#lib/cases/head.ts'
import { homeMark } from '#lib/conflicts/address.ts'
import { OwnContact, SetSide } from '#lib/conflicts/conflict.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { agreeEnd, askEnd } from '#lib/conflicts/end-conflict.ts'
import { keepOwnContact } from '#lib/conflicts/own-contact.ts'
import { conflictsOf, leftBehind, namedSides, sidesOf } from '#lib/conflicts/queries.ts'
import { endSide, setSide } from '#lib/conflicts/sides.ts'
import { asActor } from '#lib/core/door.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let id: string
const sees = (name: string) => world.at(morning, async () => (await asActor(world.as(name), (tx) => headOf(tx, world.as(name), id, true))) !== null)
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const declare = (by: string, of?: string) => world.at(morning, () => declareConflict(world.as(by), { caseId: id, ...(of && { staffId: world.as(of).staffId }) }))
const standing = () => world.at(morning, () => asActor(world.as('서강민'), (tx) => conflictsOf(tx, world.as('서강민'))))
const of = async (name: string) => (await standing()).find(({ who }) => who === name)?.id ?? ''
const guardianOf = async (child: string) => String((await rows('select guardian_id as id from guardian_links where student_id = $1 limit 1', [world.studentIds[child]]))[0]?.['id'])
const told = async (name: string) => (await rows(`select 1 from graphile_worker._private_jobs p join staff s on s.id::text = p.payload ->> 'staffId' where p.payload ->> 'kind' = 'conflict.found' and s.name = $1`, [name])).length

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '노아린', lead: '반소담', by: '류단우', members: ['문다희', '배온유'] })
})

describe('declared', () => {
  test('the case is gone for her from the next request on, though she leads it, and the centre hears of it', async () => {
    expect(await sees('반소담')).toBe(true)
    expect(await declare('반소담')).toBe('/')
    expect(await sees('반소담')).toBe(false)
    expect([await told('문다희'), await told('서강민'), await told('반소담')]).toEqual([1, 1, 0])
    const left = await world.at(morning, async () => asActor(world.as('서강민'), async (tx) => leftBehind(tx, await of('반소담'))))
    expect(left).toMatchObject([{ leads: true, supports: 0 }])
  })

  test('twice is once', async () => {
    await expect(declare('반소담')).rejects.toThrow('core.refusal.notFound')
    expect(await rows(`select count(*)::int as n from conflicts where staff_id = $1`, [world.as('반소담').staffId])).toEqual([{ n: 1 }])
  })

  test('for somebody else by the centre alone', async () => {
    await expect(declare('류단우', '문다희')).rejects.toThrow('core.refusal.notAllowed')
    await expect(world.sql('류단우', `insert into conflicts (id, office_id, staff_id, student_id, how, declared_by, declared_at) values (gen_random_uuid(), '${world.ground.officeId}', '${world.as('문다희').staffId}', '${world.studentIds['노아린']}', 'NAMED', '${world.as('류단우').staffId}', app.now())`)).rejects.toThrow('row-level security')
    await declare('문다희', '류단우')
    expect(await sees('류단우')).toBe(false)
  })
})

describe('found', () => {
  test.each([
    ['the telephone number, however it is written', 'phone', '010-1234-5678', '+82 10 1234 5678', 'PHONE'],
    ['the e-mail address', 'email', 'bae.onyu@demo.example', 'BAE.ONYU@demo.example', 'EMAIL'],
  ])('by %s of a guardian, at once, by whichever row comes last', async (_, column, ofStaff, ofGuardian, how) => {
    await world.owner(`delete from conflicts where staff_id = $1`, [world.as('배온유').staffId])
    if (column === 'phone') await world.owner('update staff set phone = $1 where id = $2', [ofStaff, world.as('배온유').staffId])
    expect(await sees('배온유')).toBe(true)
    await world.owner(`update guardians set ${column} = $1 where id = $2`, [ofGuardian, await guardianOf('노아린')])
    expect(await sees('배온유')).toBe(false)
    expect(await rows('select how from conflicts where staff_id = $1', [world.as('배온유').staffId])).toEqual([{ how }])
    await world.owner(`update guardians set ${column} = null where id = $1`, [await guardianOf('노아린')])
  })

  test('not by a number too short to be one person’s', async () => {
    await world.owner(`update staff set phone = '1388' where name = '문다희'`)
    await world.owner(`update guardians set phone = '1388' where id = $1`, [await guardianOf('노아린')])
    expect(await sees('문다희')).toBe(true)
  })

  test('not by the number of a whole office', async () => {
    await world.owner(`update staff set phone = '062-000-1234' where name in ('문다희', '서강민', '임보라')`)
    await world.owner(`update guardians set phone = '0620001234' where id = $1`, [await guardianOf('노아린')])
    expect(await rows(`select 1 from conflicts x join staff s on s.id = x.staff_id where s.name in ('문다희', '서강민', '임보라')`)).toEqual([])
  })

  test('by somebody who comes to work here later', async () => {
    await world.owner(`update guardians set phone = '010-9999-0000' where id = $1`, [await guardianOf('노아린')])
    await world.owner(`update staff set phone = '01099990000' where name = '도서진'`)
    expect(await rows(`select x.how from conflicts x join staff s on s.id = x.staff_id where s.name = '도서진'`)).toEqual([{ how: 'PHONE' }])
  })
})

describe('that there is none', () => {
  const ask = (by: string, id: string) => world.at(morning, () => askEnd(world.as(by), { id, reason: '같은 번호를 쓰는 다른 분이에요' }))
  const agree = (by: string, id: string) => world.at(morning, () => agreeEnd(world.as(by), { id }))

  test('is said by two, neither of them the one it is about', async () => {
    const conflict = await of('류단우')
    await expect(ask('류단우', conflict)).rejects.toThrow('core.refusal.notAllowed')
    await expect(agree('서강민', conflict)).rejects.toThrow('core.refusal.notNow')
    expect(await ask('문다희', conflict)).toBe(`/conflicts/${conflict}`)
    await expect(ask('서강민', conflict)).rejects.toThrow('core.refusal.faster')
    await expect(agree('문다희', conflict)).rejects.toThrow('conflicts.refusal.twoPersons')
    expect(await sees('류단우')).toBe(false)
    expect(await agree('서강민', conflict)).toBe('/conflicts')
    expect(await sees('류단우')).toBe(true)
    await expect(agree('서강민', conflict)).rejects.toThrow('core.refusal.faster')
  })

  test('nobody of the centre says it of herself', async () => {
    await declare('문다희', '서강민')
    const conflict = (await world.at(morning, () => asActor(world.as('문다희'), (tx) => conflictsOf(tx, world.as('문다희'))))).find(({ who }) => who === '서강민')?.id ?? ''
    await expect(ask('서강민', conflict)).rejects.toThrow('conflicts.refusal.own')
    await expect(world.sql('서강민', `update conflicts set end_asked_by_id = staff_id where id = '${conflict}'`)).resolves.toMatchObject({ rowCount: 0 })
  })

  test('the database too wants two', async () => {
    const conflict = await of('반소담')
    const one = world.as('문다희').staffId
    await expect(world.sql('문다희', `update conflicts set end_asked_by_id = '${one}', end_reason = 'x', ended_by_id = '${one}', ended_at = app.now() where id = '${conflict}'`)).rejects.toThrow('conflict_ends_by_two')
  })

  test('once said, it is not found again', async () => {
    const conflict = (await rows(`select id from conflicts where staff_id = $1`, [world.as('배온유').staffId]))[0]?.['id']
    await ask('문다희', String(conflict))
    await world.owner(`update conflicts set ended_by_id = $1, ended_at = $2 where id = $3`, [world.as('하도경').staffId, morning, conflict])
    await world.owner(`update guardians set email = 'bae.onyu@demo.example' where id = $1`, [await guardianOf('노아린')])
    expect(await sees('배온유')).toBe(true)
  })
})

describe('the other side of what happened', () => {
  const numbers: Record<string, string> = {}
  const cases: Record<string, string> = {}
  const set = (by: string, mine: string, more: object) => world.at(morning, () => setSide(world.as(by), SetSide.parse({ caseId: cases[mine], ...more })))
  const reads = (who: string, child: string) => world.at(morning, async () => (await asActor(world.as(who), (tx) => headOf(tx, world.as(who), cases[child] ?? '', true))) !== null)
  const found = async (who: string) => rows(`select c.name as child, x.how from conflicts x join students c on c.id = x.student_id where x.staff_id = $1 and x.ended_at is null order by 1`, [world.as(who).staffId])
  const give = (who: string, more: object) => world.at(morning, () => keepOwnContact(world.as(who), OwnContact.parse(more)))
  const sides = (who: string, child: string) => world.at(morning, () => asActor(world.as(who), (tx) => sidesOf(tx, cases[child] ?? '')))

  beforeAll(async () => {
    await world.owner(`delete from conflicts where staff_id = any($1)`, [['조해솔', '윤채담', '임보라', '배온유', '서강민'].map((name) => world.as(name).staffId)])
    for (const [child, lead, by] of [['차유빈', '윤채담', '남기훈'], ['김도율', '임보라', '한결우']] as const) {
      cases[child] = await opened(world, { child, lead, by, ...(child === '차유빈' && { members: ['조해솔'] }) })
      numbers[child] = String((await rows('select number from cases where id = $1', [cases[child]]))[0]?.['number'])
    }
    await world.owner(`update guardians set phone = '010-5555-0001' where id = $1`, [await guardianOf('김도율')])
  })

  test('is put down by the centre alone, of a child by the number of its case', async () => {
    await expect(set('윤채담', '차유빈', { number: numbers['김도율'] })).rejects.toThrow('core.refusal.notAllowed')
    await expect(set('배온유', '차유빈', { number: 'G-1999-0001' })).rejects.toThrow('conflicts.refusal.noCase')
    await expect(set('배온유', '차유빈', { number: numbers['차유빈'] })).rejects.toThrow('conflicts.refusal.sameChild')
    await expect(set('배온유', '차유빈', {})).rejects.toThrow('conflicts.refusal.oneSide')
    await expect(world.sql('윤채담', `insert into other_sides (id, office_id, student_id, other_id, set_by_id, set_at) values (gen_random_uuid(), $1, $2, $3, $4, app.now())`, [world.ground.officeId, world.studentIds['차유빈'], world.studentIds['김도율'], world.as('윤채담').staffId])).rejects.toThrow('row-level security')
    await set('배온유', '차유빈', { number: numbers['김도율'] })
    // The same pair from the other end.
    await expect(set('배온유', '김도율', { number: numbers['차유빈'] })).rejects.toThrow('core.refusal.faster')
  })

  test('shuts out whoever is kin to the other child, both ways, at her next request, though she is of the team', async () => {
    expect(await reads('조해솔', '차유빈')).toBe(true)
    await world.owner(`update staff set phone = '01055550001' where id = $1`, [world.as('조해솔').staffId])
    expect(await found('조해솔')).toEqual([{ child: '김도율', how: 'PHONE' }, { child: '차유빈', how: 'OPPOSING' }])
    expect(await reads('조해솔', '차유빈')).toBe(false)
    expect((await world.sql('조해솔', 'select id from cases where id = $1', [cases['차유빈']])).rowCount).toBe(0)
    // Broken glass is no way round it.
    await world.owner(`insert into break_glasses (id, office_id, case_id, staff_id, code, reason, opened_at, until, review_due_at) values (gen_random_uuid(), $1, $2, $3, 'OTHER', '급하게 확인해야 해요', $4, $5, $5)`, [world.ground.officeId, cases['차유빈'], world.as('조해솔').staffId, morning, new Date(morning.getTime() + 3_600_000)])
    expect(await reads('조해솔', '차유빈')).toBe(false)
    expect(await reads('임보라', '김도율')).toBe(true)
    await declareOf('임보라', '차유빈')
    expect(await found('임보라')).toEqual([{ child: '김도율', how: 'OPPOSING' }, { child: '차유빈', how: 'DECLARED' }])
    expect(await reads('임보라', '김도율')).toBe(false)
  })

  const declareOf = (who: string, child: string) => world.owner(`insert into conflicts (id, office_id, staff_id, student_id, how, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, 'DECLARED', $2, $4)`, [world.ground.officeId, world.as(who).staffId, world.studentIds[child], morning])

  test('is a reference to either team, and nothing of the other case', async () => {
    const [side] = await sides('윤채담', '차유빈')
    expect(side?.ref).toMatch(/^[0-9A-F]{6}$/)
    expect(await sides('임보라', '김도율')).toEqual([])
    const seen = JSON.stringify([side, (await world.sql('윤채담', 'select * from app.sides_of($1)', [cases['차유빈']])).rows])
    for (const secret of [numbers['김도율'], cases['김도율'], world.studentIds['김도율'], '김도율']) expect(seen).not.toContain(secret)
    for (const who of ['윤채담', '남기훈', '도서진', '하도경']) expect((await world.sql(who, 'select id, student_id, other_id from other_sides')).rowCount, who).toBe(0)
    expect([await sides('남기훈', '차유빈'), await sides('도서진', '차유빈'), await sides('윤채담', '김도율')]).toEqual([[], [], []])
    const named = await world.at(morning, () => asActor(world.as('배온유'), (tx) => namedSides(tx, world.as('배온유'), world.studentIds['차유빈'] ?? '')))
    expect(named).toMatchObject([{ ref: side?.ref, child: '김도율', number: numbers['김도율'] }])
  })

  test('who is no pupil is found by number, e-mail or home, and nobody reads by what', async () => {
    await set('배온유', '차유빈', { address: '나래구 은하로 7, 201호', phone: '010-7777-0002' })
    for (const who of ['배온유', '서강민']) await expect(world.sql(who, 'select phone, address from other_sides')).rejects.toThrow('permission denied')
    await give('고은별', { address: '광주광역시 나래구 은하로7 201호 (나래동)' })
    expect(await found('고은별')).toEqual([{ child: '차유빈', how: 'OPPOSING' }])
    await give('남기훈', { phone: '+82 10 7777 0002' })
    expect(await found('남기훈')).toEqual([{ child: '차유빈', how: 'OPPOSING' }])
  })

  test('taken back, it leaves those shut out; and where two said of one that there is none, it is not found again', async () => {
    const [side] = await rows(`select id from other_sides where other_id is not null`)
    const [conflict] = await rows(`select id from conflicts where staff_id = $1 and how = 'OPPOSING'`, [world.as('조해솔').staffId])
    const conflictId = String(conflict?.['id'])
    await world.at(morning, () => endSide(world.as('배온유'), { caseId: cases['차유빈'] ?? '', sideId: String(side?.['id']) }))
    expect(await reads('조해솔', '차유빈')).toBe(false)
    await world.at(morning, () => askEnd(world.as('배온유'), { id: conflictId, reason: '사건이 아니었어요' }))
    await world.at(morning, () => agreeEnd(world.as('서강민'), { id: conflictId }))
    expect(await reads('조해솔', '차유빈')).toBe(true)
    await set('배온유', '차유빈', { number: numbers['김도율'] })
    expect(await reads('조해솔', '차유빈')).toBe(true)
  })
})

describe('by where a guardian lives', () => {
  const home = '광주광역시 나래구 무지개로 12, 101동 1203호 (나래동, 무지개아파트)'
  const give = (who: string, address: string) => world.at(morning, () => keepOwnContact(world.as(who), OwnContact.parse({ address })))
  const lives = async (child: string, address: string, by = '배온유') => {
    const actor = world.as(by)
    const guardian = await guardianOf(child)
    await world.at(morning, () => asActor(actor, (tx) => tx.$executeRaw`select app.keep_guardian_addresses(array[${guardian}]::uuid[], array[${homeMark(actor.officeId, address)}]::bytea[])`))
  }
  const found = async (who: string) => rows(`select c.name as child, x.how from conflicts x join students c on c.id = x.student_id where x.staff_id = $1 and x.how = 'ADDRESS'`, [world.as(who).staffId])

  test('the same flat, however it is written, whichever comes last; not the flat next door, nor the block', async () => {
    await give('한결우', '나래구 무지개로12 101-1203')
    await give('오나린', '나래구 무지개로 12, 101동 1204호')
    await lives('박이든', home)
    await give('정하람', '나래구 무지개로 12 무지개아파트 101동 1203호')
    expect([await found('한결우'), await found('오나린'), await found('정하람')]).toEqual([[{ child: '박이든', how: 'ADDRESS' }], [], [{ child: '박이든', how: 'ADDRESS' }]])
  })

  test('not a home that three who work here share, and not what cannot be made out', async () => {
    for (const who of ['안이레', '방유림', '옥다경']) await give(who, '나래구 은하로 100')
    await world.owner(`delete from conflicts where how = 'ADDRESS'`)
    await lives('차유빈', '나래구 은하로 100')
    expect(await rows(`select from conflicts where how = 'ADDRESS'`)).toEqual([])
    await expect(give('안이레', '나래동')).rejects.toThrow('conflicts.refusal.address')
  })

  test('nobody reads where anybody lives, and none but the centre’s roster puts it down', async () => {
    for (const who of ['한결우', '배온유', '하도경']) for (const table of ['own_contacts', 'guardian_addresses']) await expect(world.sql(who, `select * from ${table}`)).rejects.toThrow('permission denied')
    expect((await rows('select octet_length(mark) as n from guardian_addresses')).every(({ n }) => n === 16)).toBe(true)
    const before = await rows('select guardian_id from guardian_addresses')
    await lives('박이든', '나래구 은하로 1', '한결우')
    expect(await rows('select guardian_id from guardian_addresses')).toEqual(before)
    await give('한결우', '')
    expect(await rows('select from own_contacts where staff_id = $1', [world.as('한결우').staffId])).toEqual([])
  })
})

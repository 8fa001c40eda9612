import { beforeAll, describe, expect, test } from 'vitest'
import { headOf } from '#lib/cases/head.ts'
import { declareConflict } from '#lib/conflicts/declare-conflict.ts'
import { agreeEnd, askEnd } from '#lib/conflicts/end-conflict.ts'
import { conflictsOf, leftBehind } from '#lib/conflicts/queries.ts'
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

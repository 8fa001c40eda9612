import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { decideExport, finishExport } from '#lib/exports/decide-export.ts'
import { downloadExport } from '#lib/exports/download-export.ts'
import { MakeExport, TakeLog } from '#lib/exports/export.ts'
import { makeExport } from '#lib/exports/make-export.ts'
import { takeLog } from '#lib/exports/take-log.ts'
import { exportsOf } from '#lib/exports/queries.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { connect } from '#tests/database.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { workOff } from '#tests/verbs/jobs/run-job.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let ids: string[]
const after = (hours: number) => new Date(morning.getTime() + hours * 3_600_000)
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const make = async (name: string, more: object = {}, at = morning) =>
  (await world.at(at, () => makeExport(world.as(name), MakeExport.parse({ format: 'CSV', reason: '월례 회의 자료를 만들어요', password: demoPassword, ...more })))).replace('/exports/', '')
const decide = (name: string, id: string, answer: 'AGREED' | 'REFUSED' = 'AGREED') => world.at(morning, () => decideExport(world.as(name), { id, answer, password: demoPassword }))
const finish = (name: string, id: string) => world.at(morning, () => finishExport(world.as(name), { id, password: demoPassword }))
const download = async (name: string, id: string, at = morning) => Buffer.from((await world.at(at, () => asActor(world.as(name), (tx) => downloadExport(tx, world.as(name), id)))).content).toString()
const list = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => exportsOf(tx, world.as(name))))
const most = (cases: number) => world.owner('update offices set export_rows = $1', [cases])

beforeAll(async () => {
  world = await makeWorld()
  ids = [
    await opened(world, { child: '노아린', lead: '류단우', by: '류단우' }),
    await opened(world, { child: '차유빈', lead: '윤채담' }),
    await opened(world, { child: '김도율', lead: '임보라', by: '한결우' }),
  ]
})
afterAll(closeIdentityDoor)

describe('a list', () => {
  test('has what its maker sees of it and as she narrowed it, and each download is on record for each case in it', async () => {
    const mine = await make('남기훈')
    const text = await download('남기훈', mine)
    expect([text.includes('차유빈'), text.includes('노아린'), text.includes('김도율')]).toEqual([true, false, false])
    const all = await make('문다희', { format: 'XLSX' })
    expect((await rows('select rows, state, cardinality(case_ids) as n from exports where id = $1', [all]))[0]).toEqual({ rows: 3, state: 'READY', n: 3 })
    const narrowed = await make('문다희', { filters: `school=${world.ground.agencyIds['S1']}` })
    expect(await download('문다희', narrowed)).toContain('김도율')
    await download('문다희', all)
    await download('문다희', all)
    expect((await rows(`select case_id from audit_entries where action = 'case.exported' and subject_id = $1 order by 1`, [all])).map((row) => row['case_id'])).toEqual([...ids, ...ids].sort())
  })

  test('needs a reason, a proof and a role', async () => {
    expect(() => MakeExport.parse({ format: 'CSV', reason: '' })).toThrow('core.field.required')
    expect(() => MakeExport.parse({ format: 'CSV', reason: '짧아' })).toThrow('exports.refusal.reasonShort')
    await world.owner(`update sessions set created_at = $1, proven_at = null`, [after(-1)])
    await expect(make('문다희', { password: '' })).rejects.toThrow('access.proof.needed')
    for (const name of ['윤채담', '고은별', '윤채담', '도서진', '노을기', '하도경', '차시온']) await expect(make(name), name).rejects.toThrow('core.refusal.notAllowed')
    await expect(world.sql('배온유', `insert into exports (id, office_id, number, format, filters, reason, rows, state, requested_by_id, at, case_ids) values (gen_random_uuid(), '${world.ground.officeId}', 'X-0', 'CSV', '', '이유를 열 글자 넘게 적어요', 1, 'AGREED', '${world.as('배온유').staffId}', app.now(), '{}')`)).rejects.toThrow('row-level security')
  })

  test('is read by whoever asked for it and by nobody else, and does not stand in the database in the clear', async () => {
    const id = await make('문다희')
    for (const name of ['배온유', '서강민', '남기훈', '노을기']) await expect(download(name, id), name).rejects.toThrow('core.refusal.notFound')
    for (const name of ['배온유', '서강민', '노을기']) expect((await world.sql(name, 'select * from export_bodies')).rowCount, name).toBe(0)
    expect((await rows('select box from export_bodies')).filter(({ box }) => (box as Buffer).includes('노아린'))).toEqual([])
  })

  test('whose content is lost says so, and nobody is told that she has it', async () => {
    const id = await make('문다희')
    const owner = await connect('superuser')
    await owner.query('begin; set local session_replication_role = replica')
    await owner.query('delete from export_bodies where export_id = $1', [id])
    await owner.query('commit')
    await expect(download('문다희', id)).rejects.toMatchObject({ status: 410, message: 'exports.refusal.gone' })
    expect(await rows(`select from audit_entries where action = 'export.downloaded' and subject_id = $1`, [id])).toEqual([])
  })

  test('is there for a day, then says that it is gone, and is erased', async () => {
    const id = await make('문다희')
    expect(await download('문다희', id, after(23))).toContain('노아린')
    await expect(download('문다희', id, after(25))).rejects.toMatchObject({ status: 410, message: 'exports.refusal.gone' })
    await world.at(after(25), async () => {
      expect((await world.sql('문다희', 'select * from export_bodies')).rowCount).toBe(0)
      await world.owner(`select app.enqueue('sweep')`)
      await workOff()
    })
    expect(await rows('select * from export_bodies where export_id = $1', [id])).toEqual([])
    await world.at(morning, async () => undefined)
  })
})

describe('more than the office’s number', () => {
  test('waits for a second person, who sees nothing of it, and is then made with what its maker sees', async () => {
    await most(2)
    const id = await make('문다희')
    await expect(download('문다희', id)).rejects.toThrow('core.refusal.notNow')
    await expect(finish('문다희', id)).rejects.toThrow('core.refusal.notNow')
    expect((await list('서강민')).map((line) => line.id)).toContain(id)
    expect((await rows(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'notice'`)).some(({ payload }) => JSON.stringify(payload).includes(`/exports/${id}`))).toBe(true)
    await decide('서강민', id)
    await expect(decide('서강민', id)).rejects.toThrow('core.refusal.faster')
    await finish('문다희', id)
    expect(await download('문다희', id)).toContain('김도율')
    await expect(download('서강민', id)).rejects.toThrow('core.refusal.notFound')
  })

  test('is not agreed to by whoever asked, by the coordinator, or by a bare statement', async () => {
    const own = await make('서강민')
    await expect(decide('서강민', own)).rejects.toThrow('exports.refusal.own')
    await expect(decide('배온유', own)).rejects.toThrow('core.refusal.notAllowed')
    const update = (name: string) => world.sql(name, `update exports set state = 'AGREED', decided_by_id = '${world.as(name).staffId}', decided_at = app.now() where id = $1`, [own])
    expect((await update('서강민')).rowCount).toBe(0)
    expect((await update('배온유')).rowCount).toBe(0)
    await expect(world.owner(`update exports set state = 'AGREED' where id = $1`, [own])).rejects.toThrow('export_needs_two')
    await expect(world.owner(`update exports set state = 'AGREED', decided_by_id = requested_by_id, decided_at = at where id = $1`, [own])).rejects.toThrow('export_by_another')
  })

  test('that was refused is not made; a list that grew since is asked for anew', async () => {
    const refused = await make('문다희')
    await decide('서강민', refused, 'REFUSED')
    await expect(finish('문다희', refused)).rejects.toThrow('core.refusal.notNow')
    const grown = await make('문다희')
    await decide('서강민', grown)
    await opened(world, { child: '장우림', lead: '윤채담' })
    await expect(finish('문다희', grown)).rejects.toThrow('exports.refusal.grown')
  })

  test('does not leave a school', async () => {
    await most(1)
    await expect(make('남기훈')).rejects.toThrow('exports.refusal.schoolMost')
    await most(50)
  })
})

test('the privacy officer sees every export, who agreed and how often it was fetched, and nothing that is in it', async () => {
  const seen = await list('노을기')
  expect(seen).toHaveLength(Number((await rows('select count(*)::int as n from exports'))[0]?.['n']))
  expect(seen.some(({ downloads }) => downloads === 2)).toBe(true)
  expect((await list('배온유'))).toEqual([])
})

describe('a month of the record of access', () => {
  const take = async (name: string, more: object = {}) =>
    (await world.at(morning, () => takeLog(world.as(name), TakeLog.parse({ month: '2026-11', kind: '', format: 'CSV', reason: '월간 점검에 붙여요', password: demoPassword, ...more })))).replace('/exports/', '')

  test('is taken out by the privacy officer alone, with a proof and a reason, and says of a case its number and nothing else', async () => {
    for (const name of ['서강민', '문다희', '남기훈', '하도경', '차시온']) await expect(take(name), name).rejects.toThrow('core.refusal.notAllowed')
    await expect(take('노을기', { password: 'a guess' })).rejects.toThrow('access.proof.wrong')
    await expect(take('노을기', { month: '2025-01' })).rejects.toThrow('exports.refusal.noLine')
    const id = await take('노을기')
    const text = await download('노을기', id)
    const numbers = (await rows('select number from cases order by 1')).map(({ number }) => String(number))
    expect(numbers.filter((number) => text.includes(number)).length).toBeGreaterThan(0)
    for (const child of ['노아린', '차유빈', '김도율']) expect(text).not.toContain(child)
    expect(text).toContain('노을기 ·')
    expect((await rows(`select what, rows > 0 as some, case_ids from exports where id = $1`, [id]))[0]).toEqual({ what: 'AUDIT', some: true, case_ids: [] })
    expect(await rows(`select action from audit_entries where subject_id = $1 order by at, action`, [id])).toEqual([{ action: 'export.downloaded' }, { action: 'export.made' }])
    await expect(download('서강민', id)).rejects.toThrow('core.refusal.notFound')
    expect((await world.sql('서강민', 'select from exports where id = $1', [id])).rowCount).toBe(0)
  })

  test('by kinds; and nobody passes a list of cases for it, nor the other way round, by raw SQL', async () => {
    const refused = await download('노을기', await take('노을기', { kind: 'refused' }).catch(() => take('노을기', { kind: 'changes' })))
    expect(refused.length).toBeLessThan((await download('노을기', await take('노을기'))).length)
    const insert = (what: string, name: string) => world.sql(name, `insert into exports (id, office_id, number, what, format, filters, reason, rows, state, requested_by_id, at, case_ids) values (gen_random_uuid(), '${world.ground.officeId}', 'X-0', '${what}', 'CSV', '', '이유를 열 글자 넘게 적어요', 1, 'AGREED', '${world.as(name).staffId}', app.now(), '{}')`)
    await world.owner('update sessions set proven_at = $1', [morning])
    await expect(insert('CASES', '노을기')).rejects.toThrow('row-level security')
    await expect(insert('AUDIT', '문다희')).rejects.toThrow('row-level security')
    expect((await insert('AUDIT', '노을기')).rowCount).toBe(1)
  })
})

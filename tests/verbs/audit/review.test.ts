import { beforeAll, expect, test } from 'vitest'
import { askCheck } from '#lib/audit/ask-check.ts'
import { logFilters } from '#lib/audit/filters.ts'
import { auditLog, busiestReaders, checkAsked, looksAt, monthFigures, reviewOf } from '#lib/audit/queries.ts'
import { reviewMonth, ReviewMonth } from '#lib/audit/review-month.ts'
import { headOf } from '#lib/cases/head.ts'
import { asActor } from '#lib/core/door.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let id: string
const look = (name: string, at = morning) => world.at(at, () => asActor(world.as(name), (tx) => headOf(tx, world.as(name), id)))
const hour = 3_600_000
const officer = '노을기'
const asOfficer = <T>(ask: (tx: Parameters<Parameters<typeof asActor>[1]>[0]) => Promise<T>) => world.at(morning, () => asActor(world.as(officer), ask))

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['문다희'] })
  await look('문다희')
  await look('문다희')
  await look('류단우', new Date(morning.getTime() + 14 * hour))
  await look('윤채담')
})

test('the privacy officer sees who looked, from the latest on, by case, person and kind, and no child’s name', async () => {
  const { lines } = await asOfficer((tx) => auditLog(tx, world.as(officer), logFilters({ case: id, kind: 'looks' })))
  expect(lines.map(({ who, refused }) => [who, refused])).toEqual([['류단우', false], ['문다희', false], ['문다희', false]])
  expect(lines[0]?.caseNumber).toMatch(/^G-2026-/)
  const refused = await asOfficer((tx) => auditLog(tx, world.as(officer), logFilters({ kind: 'refused' })))
  expect(refused.lines.map(({ who, action }) => [who, action])).toEqual([['윤채담', 'case.denied']])
  expect(JSON.stringify([lines, refused])).not.toContain('노아린')
  expect((await asOfficer((tx) => auditLog(tx, world.as(officer), logFilters({ month: '2026-10' })))).lines).toEqual([])
})

test('a month in figures, and who is to be looked at first', async () => {
  const [figures, readers] = await asOfficer(async (tx) => [await monthFigures(tx, world.as(officer), '2026-11'), await busiestReaders(tx, world.as(officer), '2026-11')] as const)
  expect(figures).toMatchObject({ looks: 3, people: 2, cases: 1, refused: 1, oddHours: 1 })
  expect(readers.map(({ who, cases, looks, refused }) => [who, cases, looks, refused])).toEqual([['윤채담', 0, 0, 1], ['문다희', 1, 2, 0], ['류단우', 1, 1, 0]])
})

test('a month is looked over once, by the privacy officer, and not before it begins', async () => {
  const form = ReviewMonth.parse({ month: '2026-11', remark: '막힌 한 건을 확인했어요' })
  const review = (name: string, given = form) => world.at(morning, () => reviewMonth(world.as(name), given))
  for (const { name, role } of cast) if (role !== 'PRIVACY_OFFICER') await expect(review(name)).rejects.toThrow('core.refusal.notAllowed')
  await expect(review(officer, { ...form, month: '2026-12' })).rejects.toThrow('audit.refusal.notYet')
  await expect(review(officer, { ...form, remark: '900101-1234567' })).rejects.toThrow('registration')
  expect(await review(officer)).toBe('/audit/months/2026-11')
  await expect(review(officer)).rejects.toThrow('audit.refusal.reviewed')
  expect(await asOfficer((tx) => reviewOf(tx, world.as(officer), '2026-11'))).toMatchObject({ remark: form.remark, by: officer })
  const { rows } = await world.owner(`select count(*)::int as n from audit_entries where action = 'audit.reviewed'`)
  expect(rows).toEqual([{ n: 1 }])
})

test('a check is asked for once, however often the button is pressed', async () => {
  await expect(world.at(morning, () => askCheck(world.as('문다희')))).rejects.toThrow('core.refusal.notAllowed')
  for (let n = 0; n < 2; n++) await world.at(morning, () => askCheck(world.as(officer)))
  const { rows } = await world.owner(`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'audit.check'`)
  expect(rows).toEqual([{ n: 1 }])
  expect(await asOfficer((tx) => checkAsked(tx, world.as(officer)))).toEqual(morning)
})

test('who answers for a case sees who looked at it; nobody else does', async () => {
  const seen = (name: string) => world.at(morning, () => asActor(world.as(name), async (tx) => (await looksAt(tx, world.as(name), id, 50)).map(({ day, who, looks, refused }) => [day, who, looks, refused])))
  const all = [['2026-11-24', '류단우', 1, 0], ['2026-11-24', '문다희', 2, 0], ['2026-11-24', '윤채담', 0, 1]]
  for (const name of ['류단우', '문다희', '서강민']) expect(await seen(name)).toEqual(expect.arrayContaining(all))
  for (const name of ['윤채담', '남기훈', '도서진', '하도경', '차시온', officer]) expect(await seen(name)).toEqual([])
})

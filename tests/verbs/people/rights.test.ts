import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { askApproval } from '#lib/people/ask-change.ts'
import { attestRights } from '#lib/people/attest-rights.ts'
import { decideChange } from '#lib/people/decide-change.ts'
import { endApproval } from '#lib/people/narrow.ts'
import { agencyStandings, narrows, pastTwo, rightsOf } from '#lib/people/rights.ts'
import { mondayOf, quarterBeside, quarterOf, weekBeside } from '#lib/people/weeks.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

/* A week of changed rights, whoever wrote them, and a quarter of people gone through. */
let world: World
const at = <T>(deed: () => Promise<T>) => world.at(morning, deed)
const staff = (name: string) => world.as(name).staffId
const week = mondayOf(morning)
const changed = (name: string) => at(() => asActor(world.as(name), (tx) => rightsOf(tx, world.as(name), week)))

beforeAll(async () => {
  world = await makeWorld()
})

test('weeks begin on Monday in Seoul, quarters in January', () => {
  expect([week, mondayOf(new Date('2026-11-22T23:59:00+09:00')), mondayOf(new Date('2026-11-23T00:01:00+09:00')), weekBeside(week, -1)]).toEqual(['2026-11-23', '2026-11-16', '2026-11-23', '2026-11-16'])
  expect([quarterOf(morning), quarterBeside('2026-4', 1), quarterBeside('2027-1', -1)]).toEqual(['2026-4', '2027-1', '2026-4'])
})

test('the privacy officer reads what was granted and narrowed in a week, by whom asked and decided, and what came past the two', async () => {
  const path = await at(() => askApproval(world.as('하도경'), { staffId: staff('강모아'), validUntil: '2027-12-31', paper: '2026-1', reason: '' }))
  await at(() => decideChange(world.as('진서율'), { id: path.split('/').at(-1) ?? '', answer: 'GRANTED', comment: '' }))
  await at(() => endApproval(world.as('한결우'), { staffId: staff('임보라') }))
  await world.owner(`update staff set role = 'COORDINATOR' where name = '배온유'`)
  await world.owner(`update staff set role = 'OFFICE_LEAD' where name = '배온유'`)
  const lines = await changed('노을기')
  expect(lines.map(({ who, what, asker, decider }) => [who, what, asker, decider]).toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([
    ['강모아', 'APPROVAL', '하도경', '진서율'], ['배온유', 'ROLE', null, null], ['임보라', 'APPROVAL_ENDED', null, '한결우'],
  ])
  expect(lines.filter(narrows).map(({ who }) => who)).toEqual(['임보라'])
  expect(lines.filter(pastTwo).map(({ who }) => who)).toEqual(['배온유'])
})

test('a lead reads her own people’s, and nobody else anything', async () => {
  expect((await changed('진서율')).map(({ who }) => who)).toEqual(['강모아'])
  expect(await changed('강모아')).toEqual([])
  expect((await world.sql('문다희', 'select 1 from rights_entries')).rowCount).toBe(0)
})

test('the privacy officer goes through each body once a quarter; whoever is not ticked is to be asked again, and what was not gone through shows', async () => {
  const standings = (quarter: string) => at(() => asActor(world.as('노을기'), (tx) => agencyStandings(tx, world.as('노을기'), quarter)))
  const agencyId = world.ground.agencyIds['S1'] ?? ''
  const needs = ['임보라', '한결우'].map(staff)
  await at(() => attestRights(world.as('노을기'), { quarter: '2026-4', agencyId, needs, remark: '' }))
  const of = async (quarter: string) => (await standings(quarter)).find((one) => one.agencyId === agencyId)
  expect(await of('2026-4')).toMatchObject({ people: 3, attested: 3, doubted: 1, attestedAt: morning })
  expect(await of('2026-3')).toMatchObject({ people: 3, attestedAt: null })
  expect((await standings('2026-4')).filter(({ attestedAt }) => attestedAt === null).length).toBeGreaterThan(10)
  await expect(at(() => attestRights(world.as('노을기'), { quarter: '2026-4', agencyId, needs, remark: '' }))).rejects.toThrow('core.refusal.faster')
  await expect(at(() => attestRights(world.as('노을기'), { quarter: '2027-1', agencyId, needs, remark: '' }))).rejects.toThrow('core.field.past')
  await expect(at(() => attestRights(world.as('서강민'), { quarter: '2026-4', agencyId: world.ground.agencyIds['S3'] ?? '', needs, remark: '' }))).rejects.toThrow('core.refusal.notAllowed')
})

import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { serviceFilters } from '#lib/directory/filters.ts'
import { giversOf, servicesOf } from '#lib/directory/queries.ts'
import { services } from '#prisma/seed/services.ts'
import { putIntervention } from '#tests/verbs/today/put.ts'
import { openCaseOfIdeun } from '#tests/verbs/interventions/ask.ts'
import { makeWorld } from '#tests/world.ts'

const world = await makeWorld()

beforeAll(async () => {
  const caseId = await openCaseOfIdeun(world)
  for (let n = 0; n < 4; n++) await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아' })
  for (let n = 0; n < 6; n++) await putIntervention(world, { caseId, agency: 'D1', proposer: '강모아', service: 'WEL-02' })
})

const found = async (name: string, query: Record<string, unknown>) => {
  const actor = world.as(name)
  return (await asActor(actor, (tx) => servicesOf(tx, actor, serviceFilters(query)))).map(({ code }) => code)
}

test('the whole catalogue, the nearest to the child first', async () => {
  const codes = await found('정하람', {})
  expect(codes).toHaveLength(services.length)
  expect(codes.slice(0, 2)).toEqual(['CAR-02', 'DRP-01'])
})

test('by a word of a name, of whom it is for, of who gives it; by need, kind and stage', async () => {
  expect(await found('정하람', { q: '급식' })).toEqual(['CAR-04', 'WEL-06'])
  expect(await found('정하람', { q: 'counselling' })).toContain('EMO-01')
  expect(await found('정하람', { q: '이음가족센터' })).toEqual(['CAR-03', 'FAM-01', 'FAM-02', 'LRN-08'])
  expect(await found('정하람', { domain: 'CAREER' })).toEqual(['NGO-03'])
  expect(await found('정하람', { kind: 'ISS_CENTER', domain: 'SUICIDE' })).toEqual(['EMO-05', 'EMO-06'])
  expect(await found('정하람', { stage: '1', domain: 'HEALTH' })).toEqual(['HLT-01'])
})

test('what is typed is searched as it stands, and what is not known is left out', async () => {
  expect(await found('정하람', { q: '%' })).toEqual([])
  expect(await found('정하람', { q: "'; drop table services; --" })).toEqual([])
  expect(await found('정하람', { domain: 'NO_SUCH', kind: 'X', stage: '9', q: ['a', 'b'] })).toHaveLength(services.length)
})

test('how much an agency has in hand is told to the office, to itself, and otherwise not below five', async () => {
  const inHand = async (name: string) => {
    const actor = world.as(name)
    const givers = await asActor(actor, (tx) => giversOf(tx, actor))
    return Object.fromEntries(givers.filter(({ open }) => open > 0).map(({ name, open }) => [name, open]))
  }
  expect(await inHand('문다희')).toEqual({ '나래동 복지팀': 6, 한걸음나눔재단: 4 })
  expect(await inHand('도서진')).toEqual({ '나래동 복지팀': 6, 한걸음나눔재단: 4 })
  for (const name of ['강모아', '정하람', '오나린', '하도경']) expect({ name, ...(await inHand(name)) }).toEqual({ name, '나래동 복지팀': 6 })
  expect(await inHand('차시온')).toEqual({})
})

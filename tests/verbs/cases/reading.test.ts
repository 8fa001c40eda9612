import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { casePage, caseDeed } from '#lib/cases/queries.ts'
import { readOn } from '#lib/cases/reading.ts'
import { newId } from '#lib/core/id.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { students } from '#prisma/seed/students.ts'
import { connect } from '#tests/database.ts'
import { from, putCase } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
afterAll(closeIdentityDoor)

const limit = 5
const hour = 3_600_000
const cases: string[] = []
/** Whom it is about, from test to test another one: what is on record stays. */
const scrapers = ['문다희', '서강민']

beforeAll(async () => {
  for (const { name, school } of students.slice(0, 12)) cases.push(await putCase(world, { child: name, school, lead: '강모아', leadAgency: 'S2' }))
  await world.owner('update offices set cases_a_day = $1', [limit])
})

beforeEach(async () => {
  await world.owner(`update sessions set proven_at = null`)
})

/** What she finds at the case: 'open', 'nothing', or where she is sent. */
async function look(name: string, id: string, at = morning): Promise<string> {
  try {
    return (await world.at(at, () => casePage(world.as(name), id, {}, () => Promise.resolve(null)))) ? 'open' : 'nothing'
  } catch (problem) {
    return /;(\/[^;]+);/.exec(String((problem as { digest?: string }).digest))?.[1] ?? String(problem)
  }
}

async function count(action: string, name: string): Promise<number> {
  const { rows } = await world.owner('select count(*)::int as n from audit_entries where action = $1 and staff_id = $2', [action, world.as(name).staffId])
  return (rows[0] as { n: number }).n
}

test('so many cases in a day open, the next does not: she is stopped, it is on record, and the privacy officer hears of it once', async () => {
  const [name = ''] = scrapers
  for (const id of cases.slice(0, limit)) expect(await look(name, id)).toBe('open')
  const [next = '', other = ''] = cases.slice(limit)
  expect(await look(name, next)).toBe(`/cases/${next}/reading`)
  expect(await look(name, other)).toBe(`/cases/${other}/reading`)
  const refused = await world.at(morning, () => caseDeed(world.as(name), next, () => Promise.resolve({}))).catch((problem: { digest?: string }) => String(problem.digest))
  expect(refused, 'by no other page either').toContain(`/cases/${next}/reading`)

  expect(await count('case.read', name)).toBe(limit)
  expect(await count('reading.stopped', name)).toBe(3)
  const jobs = await connect('jobs')
  const { rows } = await jobs.query<{ key: string }>(`select key from graphile_worker.jobs where key like 'notice reading.spent%'`)
  expect(rows).toEqual([{ key: `notice reading.spent /audit?staff=${world.as(name).staffId} ${world.as('노을기').staffId}` }])
})

test('a case she has opened stays open to her, and what another reads is hers', async () => {
  expect(await look('문다희', cases[0] ?? '')).toBe('open')
  expect(await look('강모아', cases[limit] ?? '')).toBe('open')
})

test('where there is no such case she is told the same', async () => {
  const nowhere = newId()
  expect(await look('문다희', nowhere)).toBe(`/cases/${nowhere}/reading`)
  expect(await look('강모아', nowhere)).toBe('nothing')
})

test('only a proof lets her go on, for as many again', async () => {
  const [name = ''] = scrapers
  const [next = ''] = cases.slice(limit)
  const go = (password: string) => world.at(from(hour), () => readOn(world.as(name), { caseId: next, password }))
  await expect(go('')).rejects.toMatchObject({ message: 'access.proof.needed' })
  await expect(go('a guess')).rejects.toMatchObject({ message: 'access.proof.wrong' })
  expect(await look(name, next, from(hour))).toBe(`/cases/${next}/reading`)

  expect(await go(demoPassword)).toBe(`/cases/${next}`)
  for (const id of cases.slice(limit, 2 * limit)) expect(await look(name, id, from(hour))).toBe('open')
  expect(await look(name, cases[2 * limit] ?? '', from(hour))).toBe(`/cases/${cases[2 * limit]}/reading`)
  expect(await count('reading.extended', name)).toBe(1)
})

test('who needs no proof is given nothing in advance', async () => {
  const go = () => world.at(from(hour), () => readOn(world.as('강모아'), { caseId: cases[0] ?? '', password: demoPassword }))
  expect(await go()).toBe(`/cases/${cases[0]}`)
  expect(await count('reading.extended', '강모아')).toBe(0)
})

test('a day later the count begins anew, and where the office sets no number nobody is stopped', async () => {
  const [, name = ''] = scrapers
  for (const id of cases.slice(0, limit)) expect(await look(name, id)).toBe('open')
  expect(await look(name, cases[limit] ?? '', from(23 * hour))).toContain('/reading')
  expect(await look(name, cases[limit] ?? '', from(24 * hour + 60_000))).toBe('open')
  await world.owner('update offices set cases_a_day = null')
  for (const id of cases) expect(await look(name, id)).toBe('open')
})

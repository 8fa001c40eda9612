import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { listFilters, listQuery } from '#lib/interventions/filters.ts'
import { interventionsFor, pageSize } from '#lib/interventions/list.ts'
import { offersFor } from '#lib/interventions/offers.ts'
import { interventionOf, remarksOf, sessionsOf } from '#lib/interventions/queries.ts'
import { pauseIntervention } from '#lib/interventions/pause-intervention.ts'
import type { InterventionLine } from '#lib/interventions/view.ts'
import { day, from, putCase, putConsent, putIntervention } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { openCaseOfIdeun } from './ask.ts'

const world = await makeWorld()
let caseId: string

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  const put = (more: Partial<Parameters<typeof putIntervention>[1]>) => putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', ...more })
  // Sixty due at thirty moments, so that pages break between equal clocks too; five at rest; two ended; one outside the consent.
  for (let n = 0; n < 60; n++) await put({ due: from((n % 30) * day), state: n % 3 === 0 ? 'ACTIVE' : n % 3 === 1 ? 'ACCEPTED' : 'PROPOSED' })
  for (let n = 0; n < 5; n++) await put({ state: 'PAUSED', wakesOn: '2026-12-20' })
  for (let n = 0; n < 2; n++) await world.owner(`update interventions set state = 'DECLINED', decline_code = 'NO_CAPACITY', due_at = null where id = $1`, [await put({})])
  await put({ domain: 'EMOTION', service: 'NGO-04' })
})

/** Everything a person finds by leafing from page to page. */
async function leaf(name: string, query: Record<string, unknown>) {
  const actor = world.as(name)
  const all: InterventionLine[] = []
  let pages = 0
  for (let next: Record<string, unknown> | null = query; next; pages++) {
    const filters = listFilters(next, actor)
    const { lines, more } = await world.at(morning, () => asActor(actor, (tx) => interventionsFor(tx, actor, filters)))
    all.push(...lines)
    const last = lines.at(-1)
    next = more && last ? Object.fromEntries(new URLSearchParams(listQuery(filters, last))) : null
  }
  return { all, pages }
}

test('leafing shows every line once, by the clock, what rests at the end', async () => {
  const { all, pages } = await leaf('도서진', { of: 'ours' })
  expect(pages).toBe(Math.ceil(65 / pageSize))
  expect(all).toHaveLength(65)
  expect(new Set(all.map(({ id }) => id)).size).toBe(65)
  const clocks = all.map(({ dueAt }) => dueAt?.getTime() ?? Infinity)
  expect(clocks).toEqual(clocks.toSorted((a, b) => a - b))
  expect(all.slice(-5).every(({ state }) => state === 'PAUSED')).toBe(true)
})

test('an agency that has not answered finds the child’s name, and no level of the case', async () => {
  const { all } = await leaf('도서진', { of: 'ours', state: 'PROPOSED' })
  expect(all).toHaveLength(20)
  expect(all[0]).toMatchObject({ child: '박이든', level: null, proposer: '강모아', agency: '한걸음나눔재단' })
})

test('under way is what was taken on and goes on; what ended is apart', async () => {
  expect((await leaf('도서진', { of: 'ours', state: 'ACTIVE' })).all).toHaveLength(40)
  expect((await leaf('도서진', { of: 'ours', state: 'ENDED' })).all.map(({ state }) => state)).toEqual(['DECLINED', 'DECLINED'])
})

test('each finds what is hers to see: who asked, the office all of it, a stranger nothing', async () => {
  expect((await leaf('강모아', { of: 'asked' })).all).toHaveLength(66)
  expect((await leaf('문다희', {})).all).toHaveLength(66)
  // Not hers to choose: she gets her own agency's.
  expect((await leaf('도서진', { of: 'all' })).all).toHaveLength(65)
  for (const name of ['정하람', '구슬아', '임보라', '오나린', '송가비']) expect({ name, found: (await leaf(name, { of: 'ours' })).all.length }).toEqual({ name, found: 0 })
})

test('the page of one shows what was asked and, before the answer, nothing of the case; the look is written down', async () => {
  const { all } = await leaf('도서진', { of: 'ours', state: 'PROPOSED' })
  const id = all[0]?.id ?? ''
  const look = (name: string) => world.at(morning, () => asActor(world.as(name), (tx) => interventionOf(tx, world.as(name), id)))
  expect(await look('도서진')).toMatchObject({ request: '부탁드려요', child: { name: '박이든', school: '다온누리초', dong: '나래동' }, ofCase: null, goal: null })
  expect(await look('강모아')).toMatchObject({ ofCase: { level: 'HIGH', lead: '강모아' } })
  expect(await look('구슬아')).toBeNull()
  const { rows } = await world.owner(`select s.name, a.action, a.outcome from audit_entries a join staff s on s.id = a.staff_id where a.subject_id = $1 order by a.id`, [id])
  expect(rows).toEqual([
    { name: '도서진', action: 'intervention.read', outcome: 'done' }, { name: '강모아', action: 'intervention.read', outcome: 'done' },
    { name: '구슬아', action: 'intervention.denied', outcome: 'refused' },
  ])
})

test('why it rests is read by who sees the help, and its meetings too', async () => {
  const { all } = await leaf('강모아', { of: 'asked', state: 'ACTIVE' })
  const id = all[0]?.id ?? ''
  await world.at(morning, () => pauseIntervention(world.as('문다희'), { interventionId: id, wakesOn: '2026-12-28', reason: '방학 동안 할머니 댁에 있어요.' }))
  const actor = world.as('강모아')
  const { remarks, sessions } = await world.at(morning, () => asActor(actor, async (tx) => ({ remarks: await remarksOf(tx, actor, { id, caseId }), sessions: await sessionsOf(tx, actor, id) })))
  expect(remarks).toMatchObject([{ type: 'intervention.paused', by: '문다희', text: '방학 동안 할머니 댁에 있어요.' }])
  expect(sessions).toEqual([])
})

test('the page that asks knows who gives what for this child, and who may be asked today', async () => {
  const other = await putCase(world, { child: '박이슬', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putConsent(world, '박이슬', 'NGO1', ['ECON'])
  await putConsent(world, '박이슬', 'D1', ['CARE'])
  const actor = world.as('강모아')
  const ofCase = { id: other, schoolId: world.ground.agencyIds['S2'] ?? '', leadId: actor.staffId }
  const offers = await world.at(morning, () => asActor(actor, (tx) => offersFor(tx, actor, ofCase, 'ECON')))
  const asking = (code: string) => Object.fromEntries(offers.find(({ service }) => service.code === code)?.givers.map(({ name, asking }) => [name, asking.may]) ?? [])
  expect(asking('NGO-01')).toEqual({ 한걸음나눔재단: 'GROUND' })
  expect(asking('WEL-02')).toEqual({ '나래동 복지팀': 'ELSEWHERE', '마루동 복지팀': 'NONE' })
  // Of the schools only the child's own; the centre gives what the office gives.
  expect(asking('EDU-01')).toEqual({ 다온누리초: 'INSIDE' })
  expect(asking('EDU-03')).toEqual({ 가온통합지원센터: 'INSIDE' })
})

import { beforeAll, expect, test } from 'vitest'
import { wakeInterventions } from '#lib/jobs/wake-interventions.ts'
import { putConsent, putIntervention } from '#tests/verbs/today/put.ts'
import { eventsOf, noticesTo, openCaseOfIdeun, rowOf } from '#tests/verbs/interventions/ask.ts'
import { makeWorld } from '#tests/world.ts'
import { asJobs } from './run-job.ts'

const world = await makeWorld()
let caseId: string
let sleeping: string
let later: string

const evening = new Date('2026-11-30T23:50:00+09:00')
const day = new Date('2026-12-01T00:10:00+09:00')

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  sleeping = await putIntervention(world, { caseId, agency: 'NGO1', staff: '도서진', proposer: '강모아', domain: 'ECON', state: 'PAUSED', wakesOn: '2026-12-01' })
  later = await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', state: 'PAUSED', wakesOn: '2026-12-20' })
})

test('before its day it sleeps', async () => {
  await world.at(evening, () => asJobs(wakeInterventions))
  expect(await rowOf(world, sleeping)).toMatchObject({ state: 'PAUSED', version: 1 })
  expect(await eventsOf(world, caseId)).toEqual([])
})

test('on its day it goes on: due the same evening, said on the case and to who gives it', async () => {
  await world.at(day, () => asJobs(wakeInterventions))
  expect(await rowOf(world, sleeping)).toMatchObject({ state: 'ACTIVE', wakes_on: null, due_at: new Date('2026-12-01T18:00:00+09:00'), version: 2 })
  expect(await rowOf(world, later)).toMatchObject({ state: 'PAUSED' })
  const { rows } = await world.owner(`select type, actor_id, layer, domain, data from events where case_id = $1`, [caseId])
  expect(rows).toEqual([{ type: 'intervention.woken', actor_id: null, layer: 'PLAN', domain: 'ECON', data: { interventionId: sleeping, serviceCode: 'NGO-01' } }])
  expect(await noticesTo(world, sleeping)).toEqual([{ officeId: world.ground.officeId, kind: 'intervention.woken', path: `/interventions/${sleeping}`, staffId: world.ground.staffIds['도서진'] }])
})

test('again, and by two processes at once, it wakes nobody twice', async () => {
  await world.owner(`update interventions set state = 'PAUSED', wakes_on = '2026-12-01', due_at = null where id = $1`, [sleeping])
  await world.at(day, () => Promise.all([asJobs(wakeInterventions), asJobs(wakeInterventions), asJobs(wakeInterventions)]))
  await world.at(day, () => asJobs(wakeInterventions))
  expect((await eventsOf(world, caseId)).filter((type) => type === 'intervention.woken')).toHaveLength(2)
})

test('more than one batch all wake', async () => {
  const many = 130
  for (let n = 0; n < many; n++) await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', state: 'PAUSED', wakesOn: '2026-11-29' })
  await world.at(day, () => asJobs(wakeInterventions))
  const { rows } = await world.owner(`select count(*)::int as n from interventions where state = 'PAUSED'`)
  expect(rows).toEqual([{ n: 1 }])
  expect((await eventsOf(world, caseId)).filter((type) => type === 'intervention.woken')).toHaveLength(2 + many)
})

import { beforeAll, expect, test } from 'vitest'
import { noteOverdue } from '#lib/jobs/note-overdue.ts'
import { putConsent, putIntervention } from '#tests/verbs/today/put.ts'
import { eventsOf, noticesTo, openCaseOfIdeun } from '#tests/verbs/interventions/ask.ts'
import { makeWorld } from '#tests/world.ts'
import { asJobs } from './run-job.ts'

const world = await makeWorld()
let caseId: string
let asked: string

const due = new Date('2026-11-26T18:00:00+09:00')
const after = (minutes: number) => new Date(due.getTime() + minutes * 60_000)

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  asked = await putIntervention(world, { caseId, agency: 'NGO1', staff: '도서진', proposer: '문다희', domain: 'ECON', due })
  await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON', state: 'ACTIVE', due })
})

test('an answer that is due is not overdue', async () => {
  await world.at(after(-1), () => asJobs(noteOverdue))
  expect(await eventsOf(world, caseId)).toEqual([])
})

test('overdue, it is said on the case, to the agency, to whom it was addressed and to who leads the case', async () => {
  await world.at(after(5), () => asJobs(noteOverdue))
  expect(await eventsOf(world, caseId)).toEqual(['intervention.overdue'])
  const told = await noticesTo(world, asked)
  expect(told.map(({ kind, agencyId, staffId }) => [kind, agencyId ?? staffId])).toEqual([
    ['intervention.overdue', world.ground.agencyIds['NGO1']],
    ['intervention.overdue', world.ground.staffIds['도서진']],
    ['intervention.overdue', world.ground.staffIds['강모아']],
  ])
})

test('once for each due time, however often it is looked at, and by two processes at once', async () => {
  await world.at(after(15), () => asJobs(noteOverdue))
  await world.at(after(60 * 24), () => Promise.all([asJobs(noteOverdue), asJobs(noteOverdue)]))
  expect(await eventsOf(world, caseId)).toEqual(['intervention.overdue'])

  const again = after(60 * 48)
  await world.owner('update interventions set due_at = $1 where id = $2', [again, asked])
  await world.at(new Date(again.getTime() + 60_000), () => Promise.all([asJobs(noteOverdue), asJobs(noteOverdue), asJobs(noteOverdue)]))
  expect(await eventsOf(world, caseId)).toEqual(['intervention.overdue', 'intervention.overdue'])
})

test('the jobs’ role reads of what happened only that, and writes nothing in a person’s name', async () => {
  await asJobs(async (client) => {
    const { rows } = await client.query<{ type: string }>('select distinct type from events')
    expect(rows).toEqual([{ type: 'intervention.overdue' }])
    for (const table of ['notes', 'students', 'consents', 'goals', 'drafts']) await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({ code: '42501' })
    await expect(client.query(
      `insert into events (id, office_id, case_id, type, at, actor_id, layer, audience, domain, data) values (gen_random_uuid(), $1, $2, 'case.closed', now(), $3, 'PLAN', 'TEAM', 'GENERAL', '{}')`,
      [world.ground.officeId, caseId, world.ground.staffIds['강모아']])).rejects.toMatchObject({ code: '42501' })
    await expect(client.query(`update interventions set request = 'x'`)).rejects.toMatchObject({ code: '42501' })
  })
})

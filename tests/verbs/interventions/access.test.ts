import { beforeAll, expect, test } from 'vitest'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import { putConsent, putIntervention, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { openCaseOfIdeun, rowOf } from './ask.ts'

const world = await makeWorld()
let caseId: string
let economy: string
let mind: string
let atSchool: string

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  economy = await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'ECON' })
  mind = await putIntervention(world, { caseId, agency: 'NGO1', proposer: '강모아', domain: 'EMOTION', service: 'NGO-04' })
  atSchool = await putIntervention(world, { caseId, agency: 'S2', proposer: '강모아', domain: 'HEALTH', service: 'HLT-01' })
})

const visible = async (name: string) => (await world.sql(name, 'select id from interventions order by id')).rows.map((row: { id: string }) => row.id)
const changed = async (name: string, id: string) => (await world.sql(name, `update interventions set state = 'ACCEPTED' where id = $1`, [id])).rowCount

test('an agency’s queue reaches as far as the consent, and no further', async () => {
  expect(await visible('도서진')).toEqual([economy])
  expect(await changed('도서진', economy)).toBe(1)
  expect(await changed('도서진', mind)).toBe(0)
  await expect(world.at(morning, () => acceptIntervention(world.as('도서진'), { interventionId: mind, answer: '' }))).rejects.toMatchObject({ status: 404 })
})

test('before it answers an agency learns the child’s name and what it is asked, and of the case nothing', async () => {
  const read = async (sql: string) => (await world.sql('도서진', sql)).rows as unknown[]
  expect(await read('select name from students')).toEqual([{ name: '박이든' }])
  for (const table of ['cases', 'case_members', 'goals', 'notes', 'events', 'referrals', 'guardians']) expect(await read(`select id from ${table}`)).toEqual([])
})

test('strangers see nothing of it and change nothing', async () => {
  for (const name of ['정하람', '구슬아', '마주현', '안이레', '유나솔', '임보라', '오나린', '남기훈', '노을기', '하도경', '차시온']) {
    expect({ name, sees: await visible(name) }).toEqual({ name, sees: [] })
    expect({ name, changed: await changed(name, economy) }).toEqual({ name, changed: 0 })
    await expect(world.at(morning, () => declineIntervention(world.as(name), { interventionId: economy, code: 'OUT_OF_AREA', answer: '' }))).rejects
      .toMatchObject({ name: expect.stringMatching(/^Not(Found|Allowed)$/) as string })
  }
  expect(await rowOf(world, economy)).toMatchObject({ state: 'PROPOSED', version: 1 })
})

test('the team and the office see all of it; a school’s lead reads and does not write for others', async () => {
  const all = [economy, mind, atSchool].sort()
  for (const name of ['강모아', '문다희', '서강민', '진서율']) expect(await visible(name)).toEqual(all)
  expect(await changed('진서율', economy)).toBe(0)
  await expect(world.at(morning, () => acceptIntervention(world.as('진서율'), { interventionId: economy, answer: '' }))).rejects.toMatchObject({ status: 403 })
})

test('of what is asked of a school a teacher sees what is addressed to herself, or to her case', async () => {
  const other = await openTeachersCase()
  expect(await visible('고은별')).toEqual([])
  await world.owner('update interventions set staff_id = $1 where id = $2', [world.ground.staffIds['고은별'], other.first])
  expect(await visible('고은별')).toEqual([other.first])
  await putMember(world, { caseId: other.caseId, staff: '고은별', agency: 'S3' })
  expect(await visible('고은별')).toEqual([other.first, other.second].sort())
})

async function openTeachersCase() {
  const caseId = await openCaseOfIdeun(world, { child: '서지우', school: 'S3', lead: '윤채담', leadAgency: 'S3' })
  const put = () => putIntervention(world, { caseId, agency: 'S3', proposer: '윤채담', domain: 'EMOTION', service: 'EMO-01' })
  return { caseId, first: await put(), second: await put() }
}

test('the questions about a piece of help answer only those who see it', async () => {
  const staffId = world.ground.staffIds['도서진']
  for (const name of ['구슬아', '노을기', '오나린']) {
    expect((await world.sql(name, 'select * from app.taker_of($1, $2)', [economy, staffId])).rows).toEqual([])
    expect((await world.sql(name, 'select * from app.intervention_last($1)', [economy])).rows).toEqual([])
    expect((await world.sql(name, 'select * from app.grounds_for($1, $2)', [caseId, [world.ground.agencyIds['NGO1']]])).rows).toEqual([])
  }
  expect((await world.sql('도서진', 'select * from app.taker_of($1, $2)', [economy, staffId])).rows).toEqual([{ reason: 'CONSENT', conflicted: false, already: false }])
  // An agency that is merely asked does not learn what others may be told.
  expect((await world.sql('도서진', 'select * from app.grounds_for($1, $2)', [caseId, [world.ground.agencyIds['NGO1']]])).rows).toEqual([])
})

test('an ended consent takes the queue away at once', async () => {
  await world.owner('update consents set withdrawn_at = $1 where recipient_id = $2', [morning, world.ground.agencyIds['NGO1']])
  expect(await visible('도서진')).toEqual([])
  expect(await changed('도서진', economy)).toBe(0)
})

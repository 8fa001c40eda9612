import { beforeAll, expect, test } from 'vitest'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { assignIntervention } from '#lib/interventions/assign-intervention.ts'
import { declineIntervention } from '#lib/interventions/decline-intervention.ts'
import type { AcceptIntervention, DeclineIntervention } from '#lib/interventions/inputs.ts'
import { from, putCase, putConsent } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { ask, eventsOf, membersOf, noticesTo, openCaseOfIdeun, pressing, rowOf } from './ask.ts'

const world = await makeWorld()
let caseId: string

const accept = (name: string, interventionId: string, more: Partial<AcceptIntervention> = {}) =>
  world.at(morning, () => acceptIntervention(world.as(name), { interventionId, answer: '', ...more }))
const decline = (name: string, interventionId: string, more: Partial<DeclineIntervention> = {}) =>
  world.at(morning, () => declineIntervention(world.as(name), { interventionId, code: 'NO_CAPACITY', answer: '', ...more }))

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world)
  await putConsent(world, '박이든', 'D1', ['ECON'])
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
})

test('whoever takes it on joins the case on today’s ground, and the one who asked is told', async () => {
  const id = await ask(world, caseId, 'D1')
  expect((await world.sql('정하람', 'select id from cases')).rows).toEqual([])

  expect(await accept('정하람', id, { startsOn: '2026-11-26', answer: '목요일에 방문할게요.' })).toBe(`/interventions/${id}`)
  expect(await rowOf(world, id)).toMatchObject({ state: 'ACCEPTED', staff_id: world.ground.staffIds['정하람'], starts_on: '2026-11-26', due_at: new Date('2026-11-26T18:00:00+09:00'), answered_at: morning })
  expect(await membersOf(world, caseId)).toEqual(['강모아', '정하람'])
  const { rows } = await world.owner(`select reason from case_members where staff_id = $1`, [world.ground.staffIds['정하람']])
  expect(rows).toEqual([{ reason: 'CONSENT' }])
  expect((await world.sql('정하람', 'select id from cases')).rows).toEqual([{ id: caseId }])
  expect(await eventsOf(world, caseId)).toEqual(['intervention.proposed', 'case.member-added', 'intervention.accepted'])
  expect((await noticesTo(world, id)).at(-1)).toMatchObject({ kind: 'intervention.answered', staffId: world.ground.staffIds['강모아'] })
})

test('a lead who names a colleague lets both in, and the colleague is told', async () => {
  const id = await ask(world, caseId, 'NGO1')
  await accept('피하윤', id, { staffId: world.ground.staffIds['도서진'] })
  expect(await rowOf(world, id)).toMatchObject({ staff_id: world.ground.staffIds['도서진'] })
  expect((await membersOf(world, caseId)).slice(-2)).toEqual(['피하윤', '도서진'])
  expect((await noticesTo(world, id)).map(({ kind }) => kind)).toEqual(['intervention.proposed', 'intervention.assigned', 'intervention.answered'])
})

test('a school’s lead who gives it to a colleague does not become a member herself', async () => {
  const own = await putCase(world, { child: '서지우', school: 'S3', lead: '윤채담', leadAgency: 'S3' })
  const id = await ask(world, own, 'S3', { by: '윤채담', serviceCode: 'EMO-01', domain: 'EMOTION' })
  await accept('남기훈', id, { staffId: world.ground.staffIds['고은별'] })
  expect(await membersOf(world, own)).toEqual(['윤채담', '고은별'])
})

test('nobody of another agency is named, and nobody in conflict with the child', async () => {
  const id = await ask(world, caseId, 'NGO1')
  await expect(accept('피하윤', id, { staffId: world.ground.staffIds['정하람'] })).rejects.toMatchObject({ field: 'staffId', message: 'interventions.refusal.notOfAgency' })
  const other = await putCase(world, { child: '박이슬', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putConsent(world, '박이슬', 'NGO1', ['ECON'])
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`,
    [world.ground.officeId, world.ground.staffIds['도서진'], world.studentIds['박이슬'], morning])
  const hers = await ask(world, other, 'NGO1')
  await expect(accept('피하윤', hers, { staffId: world.ground.staffIds['도서진'] })).rejects.toMatchObject({ message: 'interventions.refusal.conflicted' })
  await expect(accept('도서진', hers)).rejects.toMatchObject({ status: 404 })
  expect(await rowOf(world, hers)).toMatchObject({ state: 'PROPOSED' })
})

test('a consent withdrawn before the answer closes the door', async () => {
  const other = await putCase(world, { child: '박이레', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putConsent(world, '박이레', 'D2', ['ECON'])
  const id = await ask(world, other, 'D2')
  await world.owner('update consents set withdrawn_at = $1 where recipient_id = $2', [from(-1), world.ground.agencyIds['D2']])
  await expect(accept('구슬아', id)).rejects.toMatchObject({ status: 404 })
  expect(await membersOf(world, other)).toEqual(['강모아'])
})

test('it cannot begin after it was to end', async () => {
  const id = await ask(world, caseId, 'D1', { endsOn: '2026-12-20' })
  await expect(accept('정하람', id, { startsOn: '2026-12-21' })).rejects.toMatchObject({ field: 'startsOn' })
})

test('saying no keeps the reason and lets nobody in', async () => {
  const other = await putCase(world, { child: '서라희', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putConsent(world, '서라희', 'D2', ['CARE'])
  const id = await ask(world, other, 'D2', { serviceCode: 'WEL-06', domain: 'CARE' })
  await decline('구슬아', id, { answer: '이번 달은 자리가 없어요.' })
  expect(await rowOf(world, id)).toMatchObject({ state: 'DECLINED', decline_code: 'NO_CAPACITY', due_at: null, answered_at: morning })
  expect(await membersOf(world, other)).toEqual(['강모아'])
  expect((await eventsOf(world, other)).at(-1)).toBe('intervention.declined')
  expect((await noticesTo(world, id)).at(-1)).toMatchObject({ kind: 'intervention.answered', staffId: world.ground.staffIds['강모아'] })
})

test('the coordinator may write down what an agency said by telephone, and joins nothing by it', async () => {
  await putConsent(world, '박이든', 'YC', ['EMOTION'])
  const id = await ask(world, caseId, 'YC', { serviceCode: 'EMO-09', domain: 'EMOTION' })
  await accept('문다희', id, { answer: '전화로 받은 답이에요.' })
  expect(await rowOf(world, id)).toMatchObject({ state: 'ACCEPTED', staff_id: null })
  expect(await membersOf(world, caseId)).not.toContain('문다희')
})

test('of two who accept at once one wins, and the other is told who', async () => {
  const id = await ask(world, caseId, 'NGO1')
  const results = await Promise.allSettled([accept('피하윤', id, { version: 1 }), accept('도서진', id, { version: 1 })])
  const won = results.findIndex(({ status }) => status === 'fulfilled')
  const winner = ['피하윤', '도서진'][won]
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results[1 - won]).toMatchObject({ reason: { status: 409, message: 'interventions.refusal.faster', values: { name: winner } } })
  expect(await rowOf(world, id)).toMatchObject({ staff_id: world.ground.staffIds[winner ?? ''], version: 2 })
  const { rows } = await world.owner(`select count(*)::int as n from events where type = 'intervention.accepted' and data ->> 'interventionId' = $1`, [id])
  expect(rows).toEqual([{ n: 1 }])
})

test('a double press answers once', async () => {
  const id = await ask(world, caseId, 'D1')
  const actor = pressing(world.as('정하람'))
  const path = await world.at(morning, () => acceptIntervention(actor, { interventionId: id, answer: '' }))
  await expect(world.at(morning, () => acceptIntervention(actor, { interventionId: id, answer: '' }))).rejects.toMatchObject({ result: path })
  expect(await rowOf(world, id)).toMatchObject({ version: 2 })
})

test('before the answer an assignment lets nobody in; afterwards the new one is let in', async () => {
  const other = await putCase(world, { child: '도시윤', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putConsent(world, '도시윤', 'NGO1', ['ECON'])
  const id = await ask(world, other, 'NGO1')
  const assign = (name: string, staff: string) => world.at(morning, () => assignIntervention(world.as(name), { interventionId: id, staffId: world.ground.staffIds[staff] ?? '' }))
  await assign('피하윤', '도서진')
  expect(await membersOf(world, other)).toEqual(['강모아'])
  await expect(assign('피하윤', '도서진')).rejects.toMatchObject({ message: 'interventions.refusal.samePerson' })
  await expect(assign('피하윤', '정하람')).rejects.toMatchObject({ message: 'interventions.refusal.notOfAgency' })
  await accept('피하윤', id)
  await assign('피하윤', '도서진')
  expect(await membersOf(world, other)).toEqual(['강모아', '피하윤', '도서진'])
  await expect(assign('강모아', '피하윤')).rejects.toMatchObject({ status: 403, message: 'interventions.obstacle.elsewhere.assign' })
})

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { acceptIntervention } from '#lib/interventions/accept-intervention.ts'
import { holdSession } from '#lib/interventions/hold-session.ts'
import type { HoldSession } from '#lib/interventions/inputs.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import { from, day, putConsent, putMember } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { ask, membersOf, openCaseOfIdeun, rowOf } from './ask.ts'

const world = await makeWorld()
let caseId: string
let id: string

const hold = (name: string, more: Partial<HoldSession> = {}) =>
  world.at(morning, () => holdSession(world.as(name), { interventionId: id, attendance: 'ATTENDED', body: '', ...more }))

/** What a person reads of the latest entries. */
async function reads(name: string) {
  const actor = world.as(name)
  const { entries, locks } = await world.at(morning, () => asActor(actor, (tx) => timelineOf(tx, actor, caseId, {})))
  return { entries: entries.map(({ type, note }) => [type, note?.body ?? null]), locks: locks.map(({ why }) => why) }
}

const seenAt = async () => ((await world.owner('select child_seen_at from cases where id = $1', [caseId])).rows[0] as { child_seen_at: Date }).child_seen_at

beforeAll(async () => {
  caseId = await openCaseOfIdeun(world, { seen: from(-5 * day) })
  await putConsent(world, '박이든', 'D1', ['ECON'])
  await putMember(world, { caseId, staff: '진서율', agency: 'S2' })
})

beforeEach(async () => {
  id = await ask(world, caseId, 'D1')
  await world.at(morning, () => acceptIntervention(world.as('정하람'), { interventionId: id, answer: '' }))
})

test('a meeting says who came, how it went and when next, and stands on the timeline at its time', async () => {
  const heldAt = from(-3_600_000)
  const next = new Date('2026-12-01T10:00:00+09:00')
  expect(await hold('정하람', { heldAt, response: 'GOOD', childSeen: true, nextAppointment: next, body: '전기가 들어온 것을 확인했어요.' })).toBe(`/interventions/${id}`)
  expect(await rowOf(world, id)).toMatchObject({ state: 'ACTIVE', due_at: next })
  const { rows } = await world.owner('select attendance, response, child_seen, units, held_at, next_appointment from intervention_sessions where intervention_id = $1', [id])
  expect(rows).toEqual([{ attendance: 'ATTENDED', response: 'GOOD', child_seen: true, units: 1, held_at: heldAt, next_appointment: next }])
  expect(await seenAt()).toEqual(heldAt)
  expect((await reads('강모아')).entries).toContainEqual(['intervention.session-held', '전기가 들어온 것을 확인했어요.'])
})

test('a meeting written down later does not turn back the day the child was last seen', async () => {
  const last = await seenAt()
  await hold('정하람', { heldAt: from(-2 * day), childSeen: true })
  expect(await seenAt()).toEqual(last)
})

test('without a next meeting somebody looks again as often as the level asks', async () => {
  await hold('정하람')
  expect(await rowOf(world, id)).toMatchObject({ due_at: new Date('2026-12-08T18:00:00+09:00') })
})

test('a child who did not come was not seen; nothing is held in the future', async () => {
  await expect(hold('정하람', { attendance: 'NO_SHOW', childSeen: true })).rejects.toMatchObject({ field: 'childSeen' })
  await expect(hold('정하람', { heldAt: from(day) })).rejects.toMatchObject({ field: 'heldAt' })
  await expect(hold('정하람', { nextAppointment: from(-day) })).rejects.toMatchObject({ field: 'nextAppointment' })
  expect(await rowOf(world, id)).toMatchObject({ state: 'ACCEPTED', version: 2 })
})

test('a sensitive note is read by the team inside; the partner without consent to it knows of the meeting alone', async () => {
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId, staff: '도서진', agency: 'NGO1' })
  await hold('정하람', { layer: 'SENSITIVE', body: '아버지가 술을 마시고 소리를 지른대요.' })
  expect((await reads('강모아')).entries.slice(0, 2)).toEqual(expect.arrayContaining([['note.written', '아버지가 술을 마시고 소리를 지른대요.'], ['intervention.session-held', null]]))

  const partner = await reads('도서진')
  expect(JSON.stringify(partner)).not.toContain('아버지')
  expect(partner.entries[0]).toEqual(['intervention.session-held', null])
  expect(partner.locks).toContain('LAYER_PARTNER')
  // The office looks after the case without the layer.
  expect(JSON.stringify(await reads('문다희'))).not.toContain('아버지')
  // Who wrote it reads it.
  expect(JSON.stringify(await reads('정하람'))).toContain('아버지')
  const { rows } = await world.sql('도서진', `select body from notes where case_id = $1 and layer = 'SENSITIVE'`, [caseId])
  expect(rows).toEqual([])
})

test('a colleague who stands in is let in like the one who took it on', async () => {
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  const theirs = await ask(world, caseId, 'NGO1')
  await world.owner(`update case_members set ended_at = $1 where staff_id = any($2)`, [morning, [world.ground.staffIds['도서진']]])
  await world.at(morning, () => acceptIntervention(world.as('피하윤'), { interventionId: theirs, answer: '' }))
  expect(await membersOf(world, caseId)).not.toContain('도서진')
  await world.at(morning, () => holdSession(world.as('도서진'), { interventionId: theirs, attendance: 'ATTENDED', childSeen: true, body: '' }))
  expect(await membersOf(world, caseId)).toContain('도서진')
  expect(await seenAt()).toEqual(morning)
})

test('only those who give the help write its meetings, by the app and by SQL', async () => {
  for (const name of ['강모아', '문다희']) await expect(hold(name)).rejects.toMatchObject({ status: 403, message: 'interventions.obstacle.elsewhere.session' })
  await expect(hold('구슬아')).rejects.toMatchObject({ status: 404 })
  const insert = `insert into intervention_sessions (id, office_id, case_id, intervention_id, by_id, held_at, attendance, child_seen)
                  values (gen_random_uuid(), $1, $2, $3, $4, $5, 'ATTENDED', true)`
  for (const name of ['강모아', '문다희', '구슬아', '도서진']) {
    await expect(world.sql(name, insert, [world.ground.officeId, caseId, id, world.ground.staffIds[name], morning])).rejects.toMatchObject({ code: '42501' })
  }
})

test('a meeting is not written for another case than the help belongs to', async () => {
  const { rows } = await world.owner('select gen_random_uuid() as other')
  const insert = `insert into intervention_sessions (id, office_id, case_id, intervention_id, by_id, held_at, attendance, child_seen)
                  values (gen_random_uuid(), $1, $2, $3, $4, $5, 'ATTENDED', true)`
  await expect(world.sql('정하람', insert, [world.ground.officeId, (rows[0] as { other: string }).other, id, world.ground.staffIds['정하람'], morning])).rejects.toMatchObject({ code: '42501' })
})

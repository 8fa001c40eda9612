import { expect, test } from 'vitest'
import { newId } from '#lib/core/id.ts'
import { asActor } from '#lib/core/door.ts'
import { keepDraft } from '#lib/drafts/drafts.ts'
import { submitReferral } from '#lib/referrals/submit-referral.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { putCase } from '../today/put.ts'
import { count, everything, file, request, rowOf } from './filing.ts'

const world = await makeWorld()

test('a referral arrives at the school with a person, a next step and a time', async () => {
  const id = await file(world, '고은별', '서지안')
  const row = await rowOf(world, id)
  expect(row).toMatchObject({
    kind: 'REQUEST', state: 'SUBMITTED', urgency: 'TODAY', school_id: world.ground.agencyIds['S3'], applicant_id: world.ground.staffIds['고은별'],
    responsible_agency_id: world.ground.agencyIds['S3'], in_charge_id: world.ground.staffIds['남기훈'], next_action: 'RECEIVE', applicant_relation: '담임교사 2-3', requested_by: 'STAFF',
  })
  expect(row['number']).toMatch(/^R-2026-\d{4}$/)
  expect(row['due_at']).toEqual(new Date('2026-11-24T18:00:00+09:00'))
  const { rows: events } = await world.owner('select type, data, domain, layer from events where referral_id = $1', [id])
  expect(events).toEqual([{ type: 'referral.submitted', data: { urgency: 'TODAY', concerns: ['SKIPPED_MEALS'] }, domain: 'CARE', layer: 'PLAN' }])
  const { rows: audits } = await world.owner(`select action, staff_id from audit_entries where subject_id = $1`, [id])
  expect(audits).toEqual([{ action: 'referral.submitted', staff_id: world.ground.staffIds['고은별'] }])
})

test('the one who decides is told by a notice without content', async () => {
  const id = await file(world, '고은별', '장우림', { sentence: '아무도 읽으면 안 되는 말' })
  const { rows } = await world.owner(`select j.payload::text as payload from graphile_worker._private_jobs j order by j.id desc limit 1`)
  const { payload } = rows[0] as { payload: string }
  expect(JSON.parse(payload)).toEqual({ officeId: world.ground.officeId, kind: 'referral.submitted', path: `/referrals/${id}`, staffId: world.ground.staffIds['남기훈'] })
  expect(payload).not.toContain('읽으면')
})

test('a red flag says how urgent it is; without one it must be said', async () => {
  const id = await file(world, '고은별', '응우옌하린', { concerns: ['SELF_HARM'], urgency: undefined })
  expect(await rowOf(world, id)).toMatchObject({ urgency: 'NOW', due_at: new Date(morning.getTime() + 2 * 3_600_000) })

  const before = await everything(world)
  await expect(file(world, '고은별', '차유빈', { urgency: undefined })).rejects.toThrow('core.field.choose')
  expect(await everything(world)).toBe(before)
})

test('a second concern for the same child joins the open referral and makes it as urgent as the graver of both', async () => {
  const first = await file(world, '고은별', '김지우', { urgency: 'THIS_WEEK' })
  const second = await file(world, '윤채담', '김지우', { concerns: ['ABUSE'], urgency: 'NOW' })
  expect(await rowOf(world, second)).toMatchObject({ state: 'DUPLICATE', duplicate_of_id: first, next_action: null, due_at: null })
  expect(await rowOf(world, first)).toMatchObject({ state: 'SUBMITTED', urgency: 'NOW', due_at: new Date(morning.getTime() + 2 * 3_600_000) })
})

test('of two colleagues at the same moment one opens it and the other joins', async () => {
  const ids = await Promise.all([file(world, '임보라', '문시우'), file(world, '오나린', '문시우')])
  const states = (await Promise.all(ids.map((id) => rowOf(world, id)))).map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['DUPLICATE', 'SUBMITTED']))
})

test('a concern for a child with an open case joins the case, without opening it to the one who worries', async () => {
  const caseId = await putCase(world, { child: '서지우', school: 'S3', lead: '윤채담', leadAgency: 'S3' })
  const id = await file(world, '고은별', '서지우', { concerns: ['SELF_HARM', 'HARDSHIP'] })
  expect(await rowOf(world, id)).toMatchObject({ state: 'ATTACHED', attached_case_id: caseId })
  const { rows } = await world.owner(`select case_id, domain, data from events where referral_id = $1`, [id])
  // One domain and what belongs to it: an agency whose consent names SUICIDE learns nothing of money.
  expect(rows).toEqual([{ case_id: caseId, domain: 'SUICIDE', data: { concerns: ['SELF_HARM'] } }])
  expect((await world.sql('고은별', 'select 1 from cases where id = $1', [caseId])).rowCount).toBe(0)
  expect((await world.sql('고은별', 'select 1 from events where case_id = $1', [caseId])).rowCount).toBe(0)
})

test('a double press files one, and both are led to it', async () => {
  const form = { key: newId(), digest: new Uint8Array(32) }
  const press = () => world.at(morning, () => submitReferral({ ...world.as('임보라'), form }, request(world, '배라율')))
  const path = await press()
  await expect(press()).rejects.toMatchObject({ result: path })
  const { rows } = await world.owner('select 1 from referrals where student_id = $1', [world.studentIds['배라율']])
  expect(rows).toHaveLength(1)
})

test('what she was writing is dropped in the same moment', async () => {
  const actor = world.as('임보라')
  const name = { kind: 'referral', subject: world.studentIds['김도율'] ?? '' } as const
  await asActor(actor, (tx) => keepDraft(tx, actor, name, newId(), { sentence: '쓰는 중' }))
  expect(await count(world, 'drafts')).toBe(1)
  await file(world, '임보라', '김도율')
  expect(await count(world, 'drafts')).toBe(0)
})

test('a child of another school, or of nobody, cannot be referred; whose role it is not cannot either', async () => {
  const before = await everything(world)
  await expect(file(world, '고은별', '박이든')).rejects.toThrow('core.refusal.notFound')
  await expect(world.at(morning, () => submitReferral(world.as('고은별'), { ...request(world, '서지안'), studentId: newId() }))).rejects.toThrow('core.refusal.notFound')
  for (const name of ['도서진', '노을기', '하도경', '차시온', '서강민']) await expect(file(world, name, '박이든')).rejects.toThrow('core.refusal.notAllowed')
  expect(await everything(world)).toBe(before)
})

test('with a conflict of interest the child does not exist', async () => {
  await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values ($1, $2, $3, $4, $3, $5)`, [
    newId(), world.ground.officeId, world.ground.staffIds['송가비'], world.studentIds['민서하'], morning,
  ])
  await expect(file(world, '송가비', '민서하')).rejects.toThrow('core.refusal.notFound')
})

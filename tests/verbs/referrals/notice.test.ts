import { expect, test } from 'vitest'
import { newId } from '#lib/core/id.ts'
import { convertNotice } from '#lib/referrals/convert-notice.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import type { NoticeConcern } from '#lib/referrals/inputs.ts'
import { noticeConcern } from '#lib/referrals/notice-concern.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { putCase, putConsent, putMember } from '../today/put.ts'
import { everything, file, idIn, rowOf } from './filing.ts'

const world = await makeWorld()
const { staffIds, agencyIds } = world.ground

const noticed = (more: Partial<NoticeConcern> = {}): NoticeConcern => ({
  schoolId: agencyIds['S2'], studentId: undefined, describedChild: '6학년, 이름은 이슬', concerns: ['HARDSHIP'], sentence: '가스가 끊겼어요.', urgency: 'TODAY', ...more,
})
const notify = async (more: Partial<NoticeConcern> = {}, who = '정하람') => idIn(await world.at(morning, () => noticeConcern(world.as(who), noticed(more))))
const convert = (who: string, referralId: string, child: string) => world.at(morning, () => convertNotice(world.as(who), { referralId, version: undefined, studentId: world.studentIds[child] ?? '' }))

test('a partner tells a school of a child it cannot look up', async () => {
  const id = await notify()
  expect(await rowOf(world, id)).toMatchObject({
    kind: 'NOTICE', state: 'SUBMITTED', student_id: null, described_child: '6학년, 이름은 이슬', school_id: agencyIds['S2'], in_charge_id: staffIds['진서율'], next_action: 'CONVERT',
  })
})

test('a child of a case it works on may be chosen; any other child is as unknown as one that does not exist', async () => {
  const caseId = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2' })
  await putMember(world, { caseId, staff: '정하람', agency: 'D1' })
  await putConsent(world, '박이든', 'D1', ['ECON'])
  const id = await notify({ studentId: world.studentIds['박이든'], schoolId: undefined, describedChild: '' })
  expect(await rowOf(world, id)).toMatchObject({ student_id: world.studentIds['박이든'], school_id: agencyIds['S2'], described_child: null })

  const before = await everything(world)
  for (const studentId of [world.studentIds['오단비'], newId()]) await expect(notify({ studentId })).rejects.toThrow('core.refusal.foreign')
  await expect(notify({ schoolId: agencyIds['NGO1'] })).rejects.toThrow('core.refusal.foreign')
  await expect(notify({ schoolId: undefined })).rejects.toThrow('core.field.choose')
  await expect(notify({ describedChild: '' })).rejects.toThrow('core.field.required')
  await expect(notify({}, '고은별')).rejects.toThrow('core.refusal.notAllowed')
  expect(await everything(world)).toBe(before)
})

test('the school makes an application of it in its own name; the partner does not learn which child it was', async () => {
  const id = await notify()
  const requestId = idIn(await convert('진서율', id, '박이슬'))
  expect(await rowOf(world, id)).toMatchObject({ state: 'CONVERTED', converted_to_id: requestId, student_id: null })
  expect(await rowOf(world, requestId)).toMatchObject({ kind: 'REQUEST', state: 'SUBMITTED', student_id: world.studentIds['박이슬'], applicant_id: staffIds['진서율'], sentence: '가스가 끊겼어요.' })
  expect((await world.sql('정하람', 'select 1 from referrals where id = $1', [requestId])).rowCount).toBe(0)
  expect((await world.sql('정하람', `select 1 from students where name = '박이슬'`)).rowCount).toBe(0)
  const { rows } = await world.sql('정하람', 'select step, in_charge from app.receipts_of(array[$1::uuid])', [id])
  expect(rows).toEqual([{ step: 'RECEIVED', in_charge: '진서율' }])
})

test('made of a notice for a child who was referred already, the application joins', async () => {
  const first = await file(world, '강모아', '도시윤')
  const id = await notify()
  const requestId = idIn(await convert('진서율', id, '도시윤'))
  expect(await rowOf(world, requestId)).toMatchObject({ state: 'DUPLICATE', duplicate_of_id: first })
  await world.at(morning, () => receiveReferral(world.as('진서율'), { referralId: first }))
  const { rows } = await world.sql('정하람', 'select step from app.receipts_of(array[$1::uuid])', [id])
  expect(rows).toEqual([{ step: 'IN_CHARGE' }])
})

test('of what was thought about it the partner learns nothing, not even why it was not taken up', async () => {
  const id = await notify()
  await world.at(morning, () => receiveReferral(world.as('진서율'), { referralId: id }))
  await world.at(morning, () => declineReferral(world.as('진서율'), { referralId: id, version: undefined, reasonCode: 'NOT_CONFIRMED', reason: '확인되지 않았어요.', fallback: '담임이 살펴봄' }))
  expect((await world.sql('정하람', 'select 1 from referral_decisions')).rowCount).toBe(0)
  const { rows } = await world.sql('정하람', 'select step from app.receipts_of(array[$1::uuid])', [id])
  expect(rows).toEqual([{ step: 'DONE' }])
})

test('another school, a second time and a request are refused, and nothing changes', async () => {
  const id = await notify()
  const request = await file(world, '강모아', '오단비')
  const before = await everything(world)
  await expect(convert('한결우', id, '김도윤')).rejects.toThrow('core.refusal.notFound')
  await expect(convert('진서율', id, '김도윤')).rejects.toThrow('core.refusal.notFound')
  await expect(convert('진서율', request, '박이슬')).rejects.toThrow('referrals.obstacle.kind')
  expect(await everything(world)).toBe(before)
  await convert('진서율', id, '박이레')
  const after = await everything(world)
  await expect(convert('진서율', id, '서라희')).rejects.toThrow('core.refusal.notNow')
  expect(await everything(world)).toBe(after)
})

import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#lib/core/id.ts'
import { answerReferral } from '#lib/referrals/answer-referral.ts'
import { askMore } from '#lib/referrals/ask-more.ts'
import { attachReferral } from '#lib/referrals/attach-referral.ts'
import { declineReferral } from '#lib/referrals/decline-referral.ts'
import { DeclineReferral } from '#lib/referrals/inputs.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { triageReferral } from '#lib/referrals/triage-referral.ts'
import { withdrawReferral } from '#lib/referrals/withdraw-referral.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { putCase } from '../today/put.ts'
import { everything, file, newPupil, rowOf } from './filing.ts'

const world = await makeWorld()
const { staffIds, agencyIds } = world.ground
const later = (deed: () => Promise<string>) => world.at(new Date(morning.getTime() + 3_600_000), deed)

let child: string
let id: string

/** Each test has a child of her own, just referred by her teacher. */
beforeEach(async () => {
  child = await newPupil(world)
  id = await file(world, '고은별', child)
})

/** Refused, and nothing is other than before. */
async function expectRefused(deed: () => Promise<string>, message: string) {
  const before = await everything(world)
  await expect(later(deed)).rejects.toThrow(message)
  expect(await everything(world)).toBe(before)
}

const steps = async (of = id) => (await world.owner('select move, by_id, reason_code, reason, fallback from referral_decisions where referral_id = $1 order by at, id', [of])).rows

describe('receiving', () => {
  test('whoever receives is in charge, and the clock of the next step begins', async () => {
    await later(() => receiveReferral(world.as('조해솔'), { referralId: id, version: 1 }))
    expect(await rowOf(world, id)).toMatchObject({ state: 'RECEIVED', in_charge_id: staffIds['조해솔'], next_action: 'TRIAGE', version: 2 })
    expect(await steps()).toMatchObject([{ move: 'receive', by_id: staffIds['조해솔'] }])
  })

  test('of two at the same moment one is in charge, and the other is told who was faster', async () => {
    const race = await later(async () => {
      const results = await Promise.allSettled(['남기훈', '조해솔'].map((name) => receiveReferral(world.as(name), { referralId: id, version: 1 })))
      return JSON.stringify(results.map((result) => (result.status === 'fulfilled' ? 'done' : (result.reason as { message: string; values: unknown }).message)))
    })
    expect((JSON.parse(race) as string[]).toSorted()).toEqual(['done', 'referrals.refusal.faster'])
    expect(await steps()).toHaveLength(1)
  })

  test('pressed again by the same person it changes nothing', async () => {
    await later(() => receiveReferral(world.as('남기훈'), { referralId: id, version: 1 }))
    const before = await everything(world)
    await later(() => receiveReferral(world.as('남기훈'), { referralId: id, version: 1 }))
    expect(await everything(world)).toBe(before)
  })
})

test('triage decides how urgent it is, with the reason, and the clock follows', async () => {
  await later(() => triageReferral(world.as('남기훈'), { referralId: id, version: 1, urgency: 'THIS_WEEK', reason: '오늘 먹었고 집에 어른이 있어요.' }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'TRIAGED', urgency: 'THIS_WEEK', next_action: 'DECIDE', due_at: new Date('2026-12-01T18:00:00+09:00') })
  expect(await steps()).toMatchObject([{ move: 'triage', reason_code: 'THIS_WEEK', reason: '오늘 먹었고 집에 어른이 있어요.' }])
})

test('asked for more it is the turn of the one who referred; answered, of the decider again', async () => {
  await later(() => askMore(world.as('남기훈'), { referralId: id, version: 1, question: '언제부터인가요?' }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'MORE_ASKED', question: '언제부터인가요?', next_action: 'ANSWER' })
  await expectRefused(() => answerReferral(world.as('윤채담'), { referralId: id, version: 2, answer: '몰라요' }), 'core.refusal.notFound')
  await expectRefused(() => answerReferral(world.as('남기훈'), { referralId: id, version: 2, answer: '몰라요' }), 'referrals.obstacle.notApplicant')
  await later(() => answerReferral(world.as('고은별'), { referralId: id, version: 2, answer: '지난주부터요.' }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'RECEIVED', answer: '지난주부터요.', next_action: 'TRIAGE', in_charge_id: staffIds['남기훈'] })
})

describe('not selecting', () => {
  test('needs a reason and what happens instead', () => {
    const said = { referralId: id, reasonCode: 'ONE_NEED', reason: '기초학력 지원으로 충분해요.', fallback: '담임이 12월 1일까지 두드림에 신청' }
    expect(DeclineReferral.safeParse(said).success).toBe(true)
    expect(DeclineReferral.safeParse({ ...said, reason: '  ' }).success).toBe(false)
    expect(DeclineReferral.safeParse({ ...said, fallback: '' }).success).toBe(false)
    expect(DeclineReferral.safeParse({ ...said, reasonCode: 'WHY_NOT' }).success).toBe(false)
  })

  test('ends it, and the one who referred reads both', async () => {
    await later(() => receiveReferral(world.as('남기훈'), { referralId: id }))
    await later(() => declineReferral(world.as('남기훈'), { referralId: id, version: 2, reasonCode: 'ONE_NEED', reason: '한 가지로 충분해요.', fallback: '담임이 두드림에 신청' }))
    expect(await rowOf(world, id)).toMatchObject({ state: 'NOT_SELECTED', next_action: null, due_at: null })
    const { rows } = await world.sql('고은별', 'select move, reason, fallback from referral_decisions where referral_id = $1', [id])
    expect(rows).toEqual([{ move: 'decline', reason: '한 가지로 충분해요.', fallback: '담임이 두드림에 신청' }])
  })

  test('is not possible before anybody looked', async () => {
    await expectRefused(() => declineReferral(world.as('남기훈'), { referralId: id, version: 1, reasonCode: 'OTHER', reason: '아니에요', fallback: '없어요' }), 'referrals.obstacle.receiveFirst')
  })
})

test('attached to a case that was opened meanwhile, it becomes part of it with all its steps', async () => {
  await expectRefused(() => attachReferral(world.as('남기훈'), { referralId: id, version: 1 }), 'referrals.refusal.noOpenCase')
  const caseId = await putCase(world, { child, school: 'S3', lead: '윤채담', leadAgency: 'S3' })
  await later(() => attachReferral(world.as('남기훈'), { referralId: id, version: 1 }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'ATTACHED', attached_case_id: caseId, next_action: null })
  const { rows } = await world.owner('select distinct case_id from events where referral_id = $1', [id])
  expect(rows).toEqual([{ case_id: caseId }])
  expect((await world.sql('윤채담', 'select 1 from referrals where id = $1', [id])).rowCount).toBe(1)
})

test('passed to the education office, the centre decides and the school does not any more', async () => {
  const there = (ended: boolean) => world.owner('update agencies set ended_at = $2 where id = $1', [agencyIds['ISS'], ended ? morning : null])
  await there(true)
  await expectRefused(() => passReferral(world.as('남기훈'), { referralId: id, version: 1, reason: '여러 기관이 필요해요.', done: '상담 4회' }), 'referrals.refusal.noCentre')
  await there(false)
  await later(() => passReferral(world.as('남기훈'), { referralId: id, version: 1, reason: '여러 기관이 필요해요.', done: '상담 4회' }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'SENT_ON', responsible_agency_id: agencyIds['ISS'], in_charge_id: null, next_action: 'DECIDE' })
  expect(await steps()).toMatchObject([{ move: 'pass', reason: '여러 기관이 필요해요.', fallback: '상담 4회' }])
  await expectRefused(() => triageReferral(world.as('남기훈'), { referralId: id, version: 2, urgency: 'NOW', reason: '' }), 'referrals.obstacle.elsewhere')
  await expectRefused(() => passReferral(world.as('남기훈'), { referralId: id, version: 2, reason: '다시', done: '' }), 'referrals.obstacle.alreadyAtOffice')
  await later(() => receiveReferral(world.as('문다희'), { referralId: id, version: 2 }))
  expect(await rowOf(world, id)).toMatchObject({ state: 'RECEIVED', in_charge_id: staffIds['문다희'], responsible_agency_id: agencyIds['ISS'] })
})

describe('withdrawing', () => {
  test('only by the one who referred, and only before it was decided', async () => {
    await expectRefused(() => withdrawReferral(world.as('남기훈'), { referralId: id, version: 1, reason: '' }), 'referrals.obstacle.notApplicant')
    await later(() => withdrawReferral(world.as('고은별'), { referralId: id, version: 1, reason: '오해였어요.' }))
    expect(await rowOf(world, id)).toMatchObject({ state: 'WITHDRAWN', next_action: null })
    await expectRefused(() => triageReferral(world.as('남기훈'), { referralId: id, version: 2, urgency: 'NOW', reason: '' }), 'referrals.refusal.faster')
  })

  test('not once another’s concern has joined it: that one would be heard by nobody', async () => {
    await file(world, '윤채담', child)
    await expectRefused(() => withdrawReferral(world.as('고은별'), { referralId: id, reason: '' }), 'referrals.refusal.joined')
  })
})

test('what a page showed that is no longer so, an unknown id and a stranger’s are refused, and nothing changes', async () => {
  await later(() => receiveReferral(world.as('남기훈'), { referralId: id, version: 1 }))
  await expectRefused(() => triageReferral(world.as('조해솔'), { referralId: id, version: 1, urgency: 'NOW', reason: '' }), 'referrals.refusal.faster')
  await expectRefused(() => triageReferral(world.as('남기훈'), { referralId: newId(), version: 1, urgency: 'NOW', reason: '' }), 'core.refusal.notFound')
  for (const name of ['한결우', '류단우']) await expectRefused(() => receiveReferral(world.as(name), { referralId: id, version: 2 }), 'core.refusal.notFound')
  for (const name of ['윤채담', '고은별', '정하람', '노을기', '하도경', '차시온']) await expectRefused(() => receiveReferral(world.as(name), { referralId: id, version: 2 }), 'core.refusal.notAllowed')
  await expectRefused(() => answerReferral(world.as('고은별'), { referralId: id, version: 2, answer: '묻지 않은 답' }), 'core.refusal.notNow')
})

import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { frameFor } from '#lib/today/frame.ts'
import { myToday } from '#lib/today/my-today.ts'
import { myWork } from '#lib/today/my-work.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { day, from, putCase, putConsent, putIntervention, putMember, putReferral } from './put.ts'

const world = await makeWorld()

/** What stands in somebody's list: the child, the kind and why, in its order. */
async function list(name: string): Promise<string[]> {
  const items = await world.at(morning, () => asActor(world.as(name), (tx) => myWork(tx, world.as(name))))
  return items.map(({ child, kind, why }) => `${child ?? '?'} ${kind} ${why.join('+')}`)
}

let housing: string

beforeAll(async () => {
  // At 라온들중, led by its counsellor: her turn tomorrow; and an emergency the family must answer, overdue and not seen.
  const mine = await putCase(world, { child: '응우옌하린', school: 'S3', lead: '윤채담', leadAgency: 'S3', level: 'MODERATE', due: from(day), waits: { staff: '윤채담' } })
  await putMember(world, { caseId: mine, staff: '고은별', agency: 'S3' })
  await putCase(world, { child: '장우림', school: 'S3', lead: '윤채담', leadAgency: 'S3', level: 'EMERGENCY', due: from(-2 * 3_600_000), seen: null, opened: from(-2 * day) })
  // At 다온누리초, led by the district: waits for the charity.
  const shared = await putCase(world, { child: '박이든', school: 'S2', lead: '강모아', leadAgency: 'S2', level: 'HIGH', due: from(5 * 3_600_000), waits: { agency: 'D1' } })
  await putConsent(world, '박이든', 'D1', ['ECON'])
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await putMember(world, { caseId: shared, staff: '정하람', agency: 'D1' })
  housing = await putIntervention(world, { caseId: shared, agency: 'NGO1', proposer: '강모아', domain: 'ECON', due: from(-10 * day) })
  await putIntervention(world, { caseId: shared, agency: 'NGO1', proposer: '강모아', domain: 'EMOTION', due: from(-10 * day) })
  // Referrals: a new one at 라온들중, one whose applicant was asked, one sent on to the centre.
  await putReferral(world, { child: '서지우', school: 'S3', applicant: '고은별', responsible: 'S3', urgency: 'NOW', due: from(3_600_000) })
  await putReferral(world, { child: '김지우', school: 'S3', applicant: '고은별', responsible: 'S3', state: 'MORE_ASKED', inCharge: '남기훈', question: '언제부터인가요?' })
  await putReferral(world, { child: '한새봄', school: 'S1', applicant: '오나린', responsible: 'ISS', state: 'SENT_ON' })
})

test('the counsellor: the overdue emergency first, with the reason that nobody saw the child, then her own turn', async () => {
  expect(await list('윤채담')).toEqual(['장우림 CASE LATE+UNSEEN', '응우옌하린 CASE TURN'])
})

test('a teacher answers what she was asked, and sees no case she is merely a member of', async () => {
  expect(await list('고은별')).toEqual(['김지우 REFERRAL ANSWER'])
  const [item] = await world.at(morning, () => asActor(world.as('고은별'), (tx) => myWork(tx, world.as('고은별'))))
  expect(item).toMatchObject({ question: '언제부터인가요?', waits: { kind: 'ME' } })
})

test('the school lead receives what nobody has taken, and what ran over at her school', async () => {
  expect(await list('남기훈')).toEqual(['장우림 CASE LATE+UNSEEN', '서지우 REFERRAL RECEIVE'])
})

test('the centre decides what was sent on, and hears of the grave and the unanswered', async () => {
  const coordinator = await list('문다희')
  expect(coordinator).toContain('한새봄 REFERRAL DECIDE')
  expect(coordinator).toContain('장우림 CASE LATE+UNSEEN')
  expect(coordinator.filter((line) => line === '박이든 INTERVENTION UNANSWERED')).toHaveLength(2)
  expect(await list('서강민')).toEqual(['장우림 CASE LATE+UNSEEN'])
})

test('who leads the case hears that an agency has not answered', async () => {
  expect(await list('강모아')).toEqual(['박이든 INTERVENTION UNANSWERED', '박이든 INTERVENTION UNANSWERED'])
})

test('an agency waited for finds the case; another worker of another agency does not', async () => {
  expect(await list('정하람')).toEqual(['박이든 CASE AGENCY_TURN'])
  expect(await list('구슬아')).toEqual([])
})

test('the charity answers what consent covers, by the name of the child and no more', async () => {
  expect(await list('도서진')).toEqual(['박이든 INTERVENTION ANSWER'])
  const [item] = await world.at(morning, () => asActor(world.as('도서진'), (tx) => myWork(tx, world.as('도서진'))))
  expect(item).toMatchObject({ id: housing, level: null })
})

test('a stranger agency, and those who handle no cases, find nothing', async () => {
  for (const name of ['마주현', '유나솔', '안이레', '노을기', '하도경', '차시온', '오나린', '송가비']) expect(await list(name)).toEqual([])
})

test('the menu counts exactly what the list shows, for everybody', async () => {
  for (const { name } of cast) {
    const { counts, today } = await world.at(morning, () => asActor(world.as(name), async (tx) => ({ counts: await frameFor(tx), today: await myToday(tx, world.as(name)) })))
    expect({ name, ...counts }).toEqual({ name, ...today.frame })
  }
})

test('a withdrawn consent empties the list at once', async () => {
  await world.owner(`update consents set withdrawn_at = $1 where recipient_id = $2`, [morning, world.ground.agencyIds['NGO1']])
  expect(await list('도서진')).toEqual([])
  expect(await list('피하윤')).toEqual([])
})

test('a conflict of interest takes the child out of the list', async () => {
  await world.owner(
    `insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`,
    [world.ground.officeId, world.ground.staffIds['윤채담'], world.studentIds['장우림'], morning],
  )
  expect(await list('윤채담')).toEqual(['응우옌하린 CASE TURN'])
})

test('whose approval has ended finds nothing, and is told until when it was', async () => {
  await world.owner(`update handling_approvals set valid_until = $1 where staff_id = $2`, [from(-day), world.ground.staffIds['문다희']])
  expect(await list('문다희')).toEqual([])
  const { summary } = await world.at(morning, () => asActor(world.as('문다희'), (tx) => myToday(tx, world.as('문다희'))))
  expect(summary.approvalUntil).toEqual(from(-day))
})

test('a deputy finds what waits for the one on leave', async () => {
  await putCase(world, { child: '배라율', school: 'S1', lead: '임보라', leadAgency: 'S1', level: 'WATCH', waits: { staff: '임보라' } })
  expect(await list('한결우')).not.toContain('배라율 CASE TURN')
  await world.owner('update staff set deputy_id = $1, leave_until = $2 where id = $3', [world.ground.staffIds['한결우'], from(5 * day), world.ground.staffIds['임보라']])
  expect(await list('한결우')).toContain('배라율 CASE TURN')
})

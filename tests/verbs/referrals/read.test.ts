import { beforeAll, expect, test } from 'vitest'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { askMore } from '#lib/referrals/ask-more.ts'
import { queueFilters, type QueueFilters } from '#lib/referrals/filters.ts'
import { newReferral } from '#lib/referrals/new-referral.ts'
import { referralsOfStudent } from '#lib/referrals/of-student.ts'
import { passReferral } from '#lib/referrals/pass-referral.ts'
import { referralPage } from '#lib/referrals/queries.ts'
import { ownReferrals, queuePage, referralQueue } from '#lib/referrals/queue.ts'
import { receiveReferral } from '#lib/referrals/receive-referral.ts'
import { referralSheet } from '#lib/referrals/sheet.ts'
import { triageReferral } from '#lib/referrals/triage-referral.ts'
import { guardiansOf } from '#lib/students/guardians.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld, morning } from '#tests/world.ts'
import { day, from, putReferral } from '../today/put.ts'
import { file, newPupil } from './filing.ts'

const world = await makeWorld()
const S1 = world.ground.agencyIds['S1'] ?? ''

const page = (who: string, id: string) => world.at(morning, () => asActor(world.as(who), (tx) => referralPage(tx, world.as(who), id)))
const queue = (who: string, filters: Partial<QueueFilters> = {}) => world.at(morning, () => asActor(world.as(who), (tx) => referralQueue(tx, world.as(who), { ...queueFilters({}), ...filters })))
const children = async (who: string, filters: Partial<QueueFilters> = {}) => (await queue(who, filters)).rows.map(({ child }) => child)

let jiwoo: string
let doyun: string

beforeAll(async () => {
  jiwoo = await file(world, '고은별', '김지우', { urgency: 'TODAY', sentence: '점심을 안 먹어요.', wishes: '급식 지원', family: ['GRANDPARENTS'] })
  await file(world, '윤채담', '김지우', { concerns: ['ANXIETY'], sentence: '복도에서 울었어요.', urgency: 'THIS_WEEK' })
  await file(world, '고은별', '서지안', { urgency: 'NOW' })
  await file(world, '고은별', '장우림', { urgency: 'THIS_WEEK' })
  doyun = await file(world, '오나린', '김도윤', { urgency: 'THIS_WEEK' })
  await world.at(morning, () => passReferral(world.as('한결우'), { referralId: doyun, version: undefined, reason: '도움이 필요해요.', done: '상담' }))
})

test('the queue of a school: the most urgent first, then the clock', async () => {
  expect(await children('남기훈')).toEqual(['서지안', '김지우', '장우림'])
  const [first] = (await queue('남기훈')).rows
  expect(first).toMatchObject({ urgency: 'NOW', inCharge: '남기훈', waitsForMe: true, next: 'RECEIVE', school: '라온들중', classLabel: '중2-3' })
  expect((await queue('남기훈')).rows[1]).toMatchObject({ child: '김지우', joined: 1 })
})

test('the centre sees all of them, its own turn and the others’ apart', async () => {
  expect(await children('문다희')).toEqual(['김도윤'])
  expect(await children('문다희', { show: 'open' })).toEqual(['서지안', '김지우', '장우림', '김도윤'])
  expect(await children('문다희', { show: 'away' })).toEqual(['서지안', '김지우', '장우림'])
  expect(await children('문다희', { show: 'open', school: S1 })).toEqual(['김도윤'])
  expect(await children('한결우')).toEqual([])
  expect(await children('한결우', { show: 'open' })).toEqual(['김도윤'])
})

test('an old or broken address still opens', () => {
  expect(queueFilters({})).toEqual({ show: 'turn' })
  expect(queueFilters({ show: 'everything', school: 'x', after: "1_1_'; drop" })).toEqual({ show: 'turn' })
  expect(queueFilters({ school: S1 })).toMatchObject({ show: 'open' })
})

test('page after page shows each once', async () => {
  for (let n = 0; n < queuePage + 5; n++) await putReferral(world, { child: await newPupil(world), school: 'S3', applicant: '고은별', responsible: 'S3', state: 'RECEIVED', due: from(3 * day), inCharge: '남기훈' })
  const first = await queue('남기훈')
  expect(first.rows).toHaveLength(queuePage)
  const second = await queue('남기훈', { after: queueFilters({ after: undefined }).after ?? first.next ?? undefined })
  expect(second.next).toBeNull()
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(queuePage + 5 + 3)
})

test('who decides reads everything, with the second voice', async () => {
  const found = await page('남기훈', jiwoo)
  expect(found?.referral).toMatchObject({ reach: 'FULL', applicant: '고은별', written: { sentence: '점심을 안 먹어요.', wishes: '급식 지원', basics: { family: ['GRANDPARENTS'] } } })
  expect(found?.voices).toMatchObject([{ applicant: '윤채담', sentence: '복도에서 울었어요.' }])
})

test('who referred reads her own words and a receipt: no second voice, none of the steps', async () => {
  expect(await page('고은별', jiwoo)).toMatchObject({ referral: { reach: 'OWN' }, voices: [], steps: [], receipt: { step: 'RECEIVED', inCharge: '남기훈' } })
  await world.at(morning, () => receiveReferral(world.as('남기훈'), { referralId: jiwoo }))
  await world.at(morning, () => triageReferral(world.as('남기훈'), { referralId: jiwoo, version: undefined, urgency: 'TODAY', reason: '집안 사정을 다른 선생님께 들었어요.' }))
  expect(await page('고은별', jiwoo)).toMatchObject({ steps: [], receipt: { step: 'IN_CHARGE', inCharge: '남기훈' } })
  expect((await world.sql('고은별', `select 1 from referral_decisions where reason like '%집안%'`)).rowCount).toBe(0)
  expect((await page('남기훈', jiwoo))?.steps).toHaveLength(2)
})

test('her list says how far each came, and when something is asked of her', async () => {
  await world.at(morning, () => askMore(world.as('남기훈'), { referralId: jiwoo, version: undefined, question: '언제부터인가요?' }))
  const own = await world.at(morning, () => asActor(world.as('고은별'), (tx) => ownReferrals(tx, world.as('고은별'), {})))
  expect(own.rows.find(({ id }) => id === jiwoo)).toMatchObject({ child: '김지우', asked: true, step: 'IN_CHARGE' })
  expect(own.next).not.toBeNull()
})

test('in English the names are the English ones', async () => {
  const reader = { ...world.as('고은별'), locale: 'en' as const }
  const found = await world.at(morning, () => asActor(reader, (tx) => referralPage(tx, reader, jiwoo)))
  expect(found).toMatchObject({ receipt: { inCharge: 'Nam Gihun' }, referral: { school: 'Raondeul Middle' } })
})

test('a stranger finds nothing, and that she tried is on record', async () => {
  const readers = ['고은별', '남기훈', '조해솔', '문다희', '배온유', '서강민']
  for (const { name } of cast) {
    if (readers.includes(name)) continue
    expect(await page(name, jiwoo), name).toBeNull()
    expect((await world.sql(name, 'select 1 from referrals where id = $1', [jiwoo])).rowCount, name).toBe(0)
    expect((await world.sql(name, 'select 1 from referral_decisions where referral_id = $1', [jiwoo])).rowCount, name).toBe(0)
    expect((await world.sql(name, 'select 1 from events where referral_id = $1', [jiwoo])).rowCount, name).toBe(0)
    expect((await world.sql(name, 'select 1 from app.receipts_of(array[$1::uuid])', [jiwoo])).rowCount, name).toBe(0)
  }
  const { rows } = await world.owner(`select count(*)::int as n from audit_entries where subject_id = $1 and action = 'referral.viewed' and outcome = 'refused'`, [jiwoo])
  expect((rows[0] as { n: number }).n).toBe(cast.length - readers.length)
  expect(await page('고은별', newId())).toBeNull()
  expect(await page('고은별', 'not-an-id')).toBeNull()
})

test('form F1 holds what was written and what the roster knows, and that it was printed is on record', async () => {
  const sheet = await world.at(morning, () => asActor(world.as('고은별'), (tx) => referralSheet(tx, world.as('고은별'), jiwoo)))
  expect(sheet).toMatchObject({
    jobTitle: '담임교사 2-3', schoolName: '라온들중학교', name: '김지우', grade: 8, className: '1', classNumber: 2, born: '2012-07-07', sex: 'F', dong: '나래동', guardianPhones: ['010-0000-1021'],
    referral: { written: { concerns: ['SKIPPED_MEALS'], sentence: '점심을 안 먹어요.', wishes: '급식 지원' } },
  })
  const { rows } = await world.owner(`select staff_id from audit_entries where action = 'referral.printed' and subject_id = $1`, [jiwoo])
  expect(rows).toEqual([{ staff_id: world.ground.staffIds['고은별'] }])
})

test('the form knows whether somebody is on it, who reads it first, and only one’s own pupils', async () => {
  const about = (who: string, child: string) => world.at(morning, () => asActor(world.as(who), (tx) => newReferral(tx, world.as(who), world.studentIds[child] ?? '')))
  expect(await about('윤채담', '김지우')).toMatchObject({ student: { name: '김지우' }, open: true, receiver: { name: '남기훈', jobTitle: '교감' } })
  expect(await about('윤채담', '차유빈')).toMatchObject({ open: false })
  expect(await about('고은별', '박이든')).toBeNull()
  expect(await about('문다희', '박이든')).toMatchObject({ receiver: { name: '진서율' } })
})

test('of a child one finds the referrals one may open, and guardians only where one answers for the child', async () => {
  const found = (who: string) => world.at(morning, () => asActor(world.as(who), (tx) => referralsOfStudent(tx, world.as(who), world.studentIds['김지우'] ?? '')))
  expect(await found('남기훈')).toHaveLength(2)
  expect(await found('고은별')).toMatchObject([{ id: jiwoo, own: true }])
  expect(await found('오나린')).toEqual([])
  const guardians = (who: string) => world.at(morning, () => asActor(world.as(who), (tx) => guardiansOf(tx, world.as(who), world.studentIds['응우옌하린'] ?? '')))
  expect(await guardians('고은별')).toMatchObject([{ name: '응우옌티란', relation: 'mother', language: 'vi' }])
  for (const who of ['오나린', '정하람', '하도경', '노을기']) expect(await guardians(who)).toEqual([])
})

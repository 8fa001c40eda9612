import { beforeAll, describe, expect, test } from 'vitest'
import { headOf } from '#lib/cases/head.ts'
import { openCase } from '#lib/cases/open-case.ts'
import { asActor } from '#lib/core/door.ts'
import { putConsent, putReferral } from '#tests/verbs/today/put.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { caseRow, filled, happenings, opened, team } from './cases.ts'

let world: World
const staff = (name: string) => world.ground.staffIds[name] ?? ''
const agency = (key: string) => world.ground.agencyIds[key] ?? ''
const child = (name: string) => world.studentIds[name] ?? ''
const open = (by: string, form: Parameters<typeof filled>[0]) => world.at(morning, () => openCase(world.as(by), filled(form)))
const casesOf = async (name: string) => (await world.owner('select id from cases where student_id = $1', [child(name)])).rows.length

beforeAll(async () => {
  world = await makeWorld()
})

describe('opening a case', () => {
  test('from a student: number, level, lead, next step and whose turn it is stand at once', async () => {
    const path = await open('남기훈', { studentId: child('서지우'), leadId: staff('윤채담'), memberIds: [staff('고은별')], waits: `STAFF:${staff('윤채담')}`, dueTime: '10:30' })
    const id = path.replace('/cases/', '')
    expect(await caseRow(world, id)).toMatchObject({
      number: 'G-2026-0001', level: 'HIGH', lead_id: staff('윤채담'), next_action: '가정방문 날짜 정하기', waiting_on: 'STAFF', waiting_staff_id: staff('윤채담'),
      due_at: new Date('2026-11-25T10:30:00+09:00'), domains: ['ECON', 'CARE'], closed_at: null,
    })
    expect(await team(world, id)).toEqual(['윤채담 LEAD', '고은별 MEMBER'])
    expect(await happenings(world, id)).toEqual(['case.opened'])
    const { rows } = await world.owner('select proposed, decided, ratings from case_levels where case_id = $1', [id])
    expect(rows).toEqual([{ proposed: 'HIGH', decided: 'HIGH', ratings: { ECON: 3, CARE: 2 } }])
  })

  test('from a referral: it is selected, and what happened to it goes on in the case', async () => {
    const referralId = await putReferral(world, { child: '박이든', school: 'S2', applicant: '강모아', responsible: 'S2', state: 'TRIAGED' })
    const id = (await open('진서율', { referralId, leadId: staff('강모아') })).replace('/cases/', '')
    const { rows } = await world.owner('select state, attached_case_id, due_at from referrals where id = $1', [referralId])
    expect(rows).toEqual([{ state: 'SELECTED', attached_case_id: id, due_at: null }])
    const decisions = await world.owner('select move from referral_decisions where referral_id = $1', [referralId])
    expect(decisions.rows).toEqual([{ move: 'select' }])
    expect(await caseRow(world, id)).toMatchObject({ number: 'G-2026-0002', school_id: agency('S2') })
  })

  test('numbers follow each other; an opening that was refused takes none', async () => {
    await expect(open('한결우', { studentId: child('한새봄'), leadId: staff('차시온') })).rejects.toThrow('core.refusal.foreign')
    const id = await opened(world, { child: '한새봄', lead: '임보라', by: '한결우' })
    expect(await caseRow(world, id)).toMatchObject({ number: 'G-2026-0003' })
  })
})

describe('what is refused, and changes nothing', () => {
  test.each(['윤채담', '고은별', '정하람', '피하윤', '노을기', '하도경', '차시온'])('%s opens no case', async (name) => {
    await expect(open(name, { studentId: child('김지우'), leadId: staff('윤채담') })).rejects.toThrow('core.refusal.notAllowed')
    expect(await casesOf('김지우')).toBe(0)
  })

  test('a child of another school does not exist for a school lead', async () => {
    await expect(open('남기훈', { studentId: child('김도율'), leadId: staff('임보라') })).rejects.toThrow('core.refusal.notFound')
    expect(await casesOf('김도율')).toBe(0)
  })

  test('a second case beside an open one, with the number of the first', async () => {
    await expect(open('문다희', { studentId: child('서지우'), leadId: staff('윤채담') })).rejects.toMatchObject({ message: 'cases.refusal.alreadyOpen', values: { number: 'G-2026-0001' } })
    expect(await casesOf('서지우')).toBe(1)
  })

  test('a case beside a referral that nobody has decided', async () => {
    const referralId = await putReferral(world, { child: '차유빈', school: 'S3', applicant: '고은별', responsible: 'S3' })
    await expect(open('남기훈', { studentId: child('차유빈'), leadId: staff('윤채담') })).rejects.toThrow('cases.refusal.referralOpen')
    expect(await casesOf('차유빈')).toBe(0)
    await world.owner(`update referrals set state = 'WITHDRAWN' where id = $1`, [referralId])
  })

  test('out of a referral that is the office’s to decide by now', async () => {
    const referralId = await putReferral(world, { child: '배라율', school: 'S1', applicant: '오나린', responsible: 'ISS', state: 'SENT_ON' })
    await expect(open('한결우', { referralId, leadId: staff('임보라') })).rejects.toThrow('referrals.obstacle.elsewhere')
    expect(await casesOf('배라율')).toBe(0)
    expect((await open('문다희', { referralId, leadId: staff('임보라') })).startsWith('/cases/')).toBe(true)
  })

  test('another level than the rule proposes, without a reason', async () => {
    await expect(open('남기훈', { studentId: child('장우림'), leadId: staff('윤채담'), level: 'WATCH' })).rejects.toMatchObject({ message: 'cases.refusal.reasonFrom.HIGH', field: 'levelReason' })
    await expect(open('남기훈', { studentId: child('장우림'), leadId: staff('윤채담'), ratings: [], level: 'HIGH' })).rejects.toMatchObject({ message: 'cases.refusal.reasonUnrated' })
    expect(await casesOf('장우림')).toBe(0)
  })

  test('a deadline that has passed', async () => {
    await expect(open('남기훈', { studentId: child('장우림'), leadId: staff('윤채담'), dueOn: '2026-11-23' })).rejects.toMatchObject({ message: 'core.field.future', field: 'dueOn' })
    expect(await casesOf('장우림')).toBe(0)
  })

  test('a lead of a partner agency without a ground; with both consents she leads', async () => {
    const form = { studentId: child('오단비'), leadId: staff('유나솔') }
    await expect(open('진서율', form)).rejects.toMatchObject({ message: 'cases.refusal.noGround', field: 'leadId' })
    expect(await casesOf('오단비')).toBe(0)
    await putConsent(world, '오단비', 'DS', ['HEALTH'])
    const id = (await open('진서율', form)).replace('/cases/', '')
    expect(await team(world, id)).toEqual(['유나솔 LEAD'])
    const { rows } = await world.owner('select reason from case_members where case_id = $1', [id])
    expect(rows).toEqual([{ reason: 'CONSENT' }])
  })

  test('somebody whose interests are tied to the child', async () => {
    await world.owner(
      `insert into conflicts (id, office_id, staff_id, student_id, declared_by, declared_at) values (gen_random_uuid(), $1, $2, $3, $2, $4)`,
      [world.ground.officeId, staff('임보라'), child('문시우'), morning],
    )
    await expect(open('한결우', { studentId: child('문시우'), leadId: staff('임보라') })).rejects.toMatchObject({ message: 'cases.refusal.conflicted', field: 'leadId' })
    expect(await casesOf('문시우')).toBe(0)
  })
})

describe('at the same moment', () => {
  test('two officers open a case of one child: one wins, the other is told which', async () => {
    const form = { studentId: child('장우림'), leadId: staff('윤채담') }
    const results = await world.at(morning, () => Promise.allSettled([openCase(world.as('문다희'), filled(form)), openCase(world.as('배온유'), filled(form)), openCase(world.as('남기훈'), filled(form))]))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ message: 'cases.refusal.alreadyOpen', status: 409 })
    expect(await casesOf('장우림')).toBe(1)
  })

  test('two decide one referral: one case grows out of it', async () => {
    const referralId = await putReferral(world, { child: '응우옌하린', school: 'S3', applicant: '고은별', responsible: 'S3', state: 'RECEIVED' })
    const form = { referralId, leadId: staff('윤채담') }
    const results = await world.at(morning, () => Promise.allSettled([openCase(world.as('남기훈'), filled(form)), openCase(world.as('조해솔'), filled(form))]))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await casesOf('응우옌하린')).toBe(1)
  })
})

test('the new team sees the case; the former referrer, another school and a stranger agency do not', async () => {
  const id = await opened(world, { child: '김지우', lead: '윤채담', members: ['고은별'] })
  const sees = async (name: string) => (await asActor(world.as(name), (tx) => headOf(tx, world.as(name), id))) !== null
  for (const name of ['윤채담', '고은별', '남기훈', '조해솔', '문다희', '서강민']) expect({ name, sees: await sees(name) }).toEqual({ name, sees: true })
  for (const name of ['임보라', '한결우', '정하람', '도서진', '노을기', '하도경', '차시온']) expect({ name, sees: await sees(name) }).toEqual({ name, sees: false })
})

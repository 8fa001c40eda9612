import { beforeAll, describe, expect, test } from 'vitest'
import { addMember } from '#lib/cases/add-member.ts'
import { headOf } from '#lib/cases/head.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { agreePlan } from '#lib/plans/agree-plan.ts'
import { endGoal } from '#lib/plans/end-goal.ts'
import { RateGoal, SetGoal } from '#lib/plans/goal.ts'
import { planOf } from '#lib/plans/queries.ts'
import { rateGoal } from '#lib/plans/rate-goal.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { timelineOf } from '#lib/timeline/queries.ts'
import { caseRow, expectRefusal, happenings, opened, versionOf } from '#tests/verbs/cases/cases.ts'
import { putConsent } from '#tests/verbs/today/put.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
let id: string
const steps = ['저녁을 먹지 못해요', '두 번 먹어요', '네 번 먹어요', '평일마다 먹어요', '날마다 먹어요']
const goal = { statement: '저녁마다 밥과 불이 있어요', domain: 'ECON' as const, steps }

const as = <T>(name: string, deed: (actor: Actor) => Promise<T>) => world.at(morning, () => deed(world.as(name)))
const plan = (name: string) => as(name, (actor) => asActor(actor, (tx) => planOf(tx, actor, id)))
const goalIds = async () => ((await world.owner('select id from goals where case_id = $1 order by id', [id])).rows as { id: string }[]).map((row) => row.id)
const expectRefused = (deed: () => Promise<unknown>, message: string) => expectRefusal(world, id, deed, message)

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '박이든', lead: '강모아', by: '진서율' })
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  await as('강모아', (actor) => addMember(actor, { caseId: id, staffId: world.ground.staffIds['도서진'] ?? '', relation: 'MEMBER' }))
})

describe('the plan is agreed', () => {
  const voices = { studentVoice: '밤에 불이 켜졌으면 좋겠어요', guardianVoice: '전기부터 해결되면 좋겠어요' }
  const agree = async (name: string, more: object = {}) => {
    const version = await versionOf(world, id)
    return as(name, (actor) => agreePlan(actor, { caseId: id, version, ...voices, ...more }))
  }

  test('not before there is a goal', async () => {
    await expectRefused(() => agree('강모아'), 'plans.refusal.goalFirst')
  })

  test('with a goal: the case is under way, and what child and guardian said is kept with it', async () => {
    await as('강모아', (actor) => setGoal(actor, { caseId: id, ...goal }))
    expect(await agree('강모아')).toBe(`/cases/${id}/goals`)
    expect((await caseRow(world, id)).plan_agreed_at).toEqual(morning)
    expect(await as('강모아', (actor) => asActor(actor, (tx) => headOf(tx, actor, id, true)))).toMatchObject({ stage: 'ACTIVE' })
    const { agreement } = await plan('강모아')
    expect(agreement?.body).toContain(voices.studentVoice)
    expect(agreement?.body).toContain(voices.guardianVoice)
    const timeline = await as('진서율', (actor) => asActor(actor, (tx) => timelineOf(tx, actor, id, {})))
    expect(timeline.entries.find(({ type }) => type === 'plan.agreed')).toMatchObject({ layer: 'PLAN', data: { goals: 1 }, note: { body: agreement?.body } })
  })

  test('anew: it is said again, and the day of the first agreement stays', async () => {
    const later = new Date('2026-11-26T09:00:00+09:00')
    const version = await versionOf(world, id)
    await world.at(later, () => agreePlan(world.as('강모아'), { caseId: id, version, ...voices, studentVoice: '이제 괜찮아요' }))
    await world.at(morning, () => Promise.resolve())
    expect((await caseRow(world, id)).plan_agreed_at).toEqual(morning)
    expect((await plan('강모아')).agreement).toMatchObject({ at: later })
  })

  test('not by a page that is old, a role that does not plan, or a stranger; and never with a registration number', async () => {
    await expectRefused(() => agree('강모아', { version: 1 }), 'cases.refusal.changedMeanwhile')
    await expectRefused(() => agree('진서율'), 'core.refusal.notAllowed')
    await expectRefused(() => agree('임보라'), 'core.refusal.notFound')
    await expectRefused(() => agree('강모아', { guardianVoice: '주민번호는 900101-1234567이에요' }), 'cases.refusal.registrationNumber')
  })
})

describe('goals', () => {
  test('a goal has five written steps, no fewer', () => {
    expect(SetGoal.safeParse({ caseId: id, ...goal, steps: steps.slice(1) }).success).toBe(false)
    expect(SetGoal.safeParse({ caseId: id, ...goal, steps: ['', ...steps.slice(1)] }).success).toBe(false)
    expect(SetGoal.safeParse({ caseId: id, ...goal }).success).toBe(true)
  })

  test('nothing chosen is no rating: an empty field never becomes 0', () => {
    expect(RateGoal.safeParse({ caseId: id, goalId: id, rating: '' }).success).toBe(false)
    expect(RateGoal.safeParse({ caseId: id, goalId: id, rating: '3' }).success).toBe(false)
    expect(RateGoal.parse({ caseId: id, goalId: id, rating: '-2' })).toMatchObject({ rating: -2, remark: '' })
  })

  test('each rating stays, with who saw what, in its order', async () => {
    const [goalId = ''] = await goalIds()
    await as('강모아', (actor) => rateGoal(actor, { caseId: id, goalId, rating: -1, remark: '전기가 끊겨 있어요' }))
    await as('도서진', (actor) => rateGoal(actor, { caseId: id, goalId, rating: 1, remark: '전기가 들어왔어요' }))
    const { goals } = await plan('강모아')
    expect(goals[0]?.ratings.map(({ rating, remark, by }) => [rating, remark, by])).toEqual([[-1, '전기가 끊겨 있어요', '강모아'], [1, '전기가 들어왔어요', '도서진']])
    expect((await happenings(world, id)).slice(-2)).toEqual(['goal.rated', 'goal.rated'])
  })

  test('a partner plans within what was consented to, and sees no other goal', async () => {
    await as('강모아', (actor) => setGoal(actor, { caseId: id, ...goal, statement: '마음이 편해요', domain: 'EMOTION' }))
    await as('도서진', (actor) => setGoal(actor, { caseId: id, ...goal, statement: '공과금을 내요' }))
    await expectRefused(() => as('도서진', (actor) => setGoal(actor, { caseId: id, ...goal, domain: 'HEALTH' })), 'core.refusal.notFound')
    expect((await plan('도서진')).goals.map(({ statement }) => statement)).toEqual([goal.statement, '공과금을 내요'])
    const hidden = (await plan('강모아')).goals.find(({ domain }) => domain === 'EMOTION')?.id ?? ''
    await expectRefused(() => as('도서진', (actor) => rateGoal(actor, { caseId: id, goalId: hidden, rating: 0, remark: '' })), 'core.refusal.notFound')
  })

  test('who reads may not write: a school lead sets, rates and ends nothing', async () => {
    const [goalId = ''] = await goalIds()
    await expectRefused(() => as('진서율', (actor) => setGoal(actor, { caseId: id, ...goal })), 'core.refusal.notAllowed')
    await expectRefused(() => as('진서율', (actor) => rateGoal(actor, { caseId: id, goalId, rating: 0, remark: '' })), 'core.refusal.notAllowed')
    await expectRefused(() => as('진서율', (actor) => endGoal(actor, { caseId: id, goalId })), 'core.refusal.notAllowed')
  })

  test('a goal of another case is not found through this one', async () => {
    const other = await opened(world, { child: '서지우', lead: '윤채담' })
    await as('윤채담', (actor) => setGoal(actor, { caseId: other, ...goal }))
    const { rows } = await world.owner('select id from goals where case_id = $1', [other])
    const foreign = (rows as { id: string }[])[0]?.id ?? ''
    await expectRefused(() => as('문다희', (actor) => rateGoal(actor, { caseId: id, goalId: foreign, rating: 2, remark: '' })), 'core.refusal.notFound')
  })

  test('an ended goal stays to be read, takes no rating, and ends once', async () => {
    const [goalId = ''] = await goalIds()
    const results = await Promise.allSettled(['강모아', '문다희'].map((name) => as(name, (actor) => endGoal(actor, { caseId: id, goalId }))))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await plan('강모아')).goals.at(-1)).toMatchObject({ id: goalId, endedAt: morning })
    await expectRefused(() => as('강모아', (actor) => rateGoal(actor, { caseId: id, goalId, rating: 2, remark: '' })), 'plans.refusal.ended')
  })

  test('by raw SQL: no rating beyond the scale, none in another’s name, and what a goal says stands', async () => {
    const [, goalId = ''] = await goalIds()
    const rate = (rating: number, by: string) => `insert into goal_ratings (id, office_id, case_id, goal_id, rating, by_id, at) select gen_random_uuid(), app.actor_office(), '${id}', '${goalId}', ${rating}, ${by}, app.now()`
    await expect(world.sql('강모아', rate(3, 'app.actor_id()'))).rejects.toThrow('rating_between')
    await expect(world.sql('강모아', rate(1, `'${world.ground.staffIds['도서진']}'`))).rejects.toThrow('row-level security')
    await expect(world.sql('임보라', rate(1, 'app.actor_id()'))).rejects.toThrow('row-level security')
    await expect(world.sql('강모아', `update goals set statement = '다른 목표' where id = '${goalId}'`)).rejects.toThrow('permission denied')
    await expect(world.sql('강모아', `insert into goals (id, office_id, case_id, statement, domain, steps, set_at) select gen_random_uuid(), app.actor_office(), '${id}', '목표', 'CARE', array['하나'], app.now()`)).rejects.toThrow('goal_five_steps')
  })
})

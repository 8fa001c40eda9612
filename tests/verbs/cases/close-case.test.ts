import { beforeAll, describe, expect, test } from 'vitest'
import { ChangeLevel, changeLevel } from '#lib/cases/change-level.ts'
import { CloseCase, closeCase } from '#lib/cases/close-case.ts'
import { headOf } from '#lib/cases/head.ts'
import { ReopenCase, reopenCase } from '#lib/cases/reopen-case.ts'
import { SetTurn, setTurn } from '#lib/cases/set-turn.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { putIntervention, putReferral } from '#tests/verbs/today/put.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { andEnd, caseRow, expectRefusal, happenings, opened, team, versionOf } from './cases.ts'

let world: World
let id: string
let goalId: string
const staff = (name: string) => world.ground.staffIds[name] ?? ''
const steps = ['없음', '한 번', '두 번', '세 번', '날마다']

const close = async (by: string, form: object = {}, caseId = id) => {
  const version = await versionOf(world, caseId)
  return world.at(morning, () => closeCase(world.as(by), CloseCase.parse({ caseId, version, reason: 'GOALS_REACHED', summary: '등교가 이어졌어요', ...form })))
}
const reopen = async (by: string, form: object = {}) => {
  const version = await versionOf(world, id)
  return world.at(morning, () => reopenCase(world.as(by), ReopenCase.parse({ caseId: id, version, reason: '다시 결석이 이어져요', leadId: staff('남기훈'), nextAction: '학생 만나기', dueOn: '2026-11-25', waits: 'FAMILY', ...form })))
}
const expectRefused = (deed: () => Promise<unknown>, expected: string | object) => expectRefusal(world, id, deed, expected)
const sees = async (name: string) => world.at(morning, async () => (await asActor(world.as(name), (tx) => headOf(tx, world.as(name), id, true))) !== null)

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '노아린', lead: '류단우', by: '류단우', members: ['문다희'] })
  await world.at(morning, () => setGoal(world.as('문다희'), { caseId: id, statement: '주 4일 등교해요', domain: 'DROPOUT', steps }))
  // The page somebody still has open shows version 1.
  await world.at(morning, () => setTurn(world.as('류단우'), SetTurn.parse({ caseId: id, version: 1, nextAction: '종결 회의', dueOn: '2026-11-25', waits: 'FAMILY' })))
  goalId = ((await world.owner('select id from goals where case_id = $1', [id])).rows as { id: string }[])[0]?.id ?? ''
})

describe('a case does not close', () => {
  test.each(['PROPOSED', 'ACCEPTED', 'ACTIVE', 'PAUSED'])('while an intervention of it is %s; when it has ended, it may', async (state) => {
    const help = await putIntervention(world, { caseId: id, agency: 'WEE', proposer: '문다희', state, ...(state === 'PAUSED' && { wakesOn: '2026-12-01' }) })
    await expectRefused(() => close('류단우'), { message: 'cases.refusal.stillOpen', values: { count: 1 } })
    await expect(world.sql('문다희', `update cases set closed_at = app.now() where id = '${id}'`)).rejects.toThrow('still open')
    await world.owner(`update interventions set state = 'COMPLETED', result = 'ACHIEVED' where id = $1`, [help])
  })

  test('for who only watches, a stranger, or a worker who sees an older page', async () => {
    await expectRefused(() => close('노을기'), 'core.refusal.notAllowed')
    await expectRefused(() => close('윤채담'), 'core.refusal.notFound')
    await expectRefused(() => close('류단우', { version: 1 }), 'cases.refusal.changedMeanwhile')
  })

  test('by somebody who merely works along: its leads and its deciders end it', async () => {
    const other = await opened(world, { child: '탁재윤', lead: '류단우', by: '류단우', members: ['송가비'] })
    await expectRefusal(world, other, () => close('송가비', {}, other), 'cases.page.off.leadOnly')
  })

  test('with the result of a goal that is not its own', async () => {
    await expectRefused(() => close('류단우', { goalResults: [`${newId()}:1`] }), { message: 'core.refusal.foreign', field: 'goalResults' })
  })

  test('while it is an emergency, nor while a proposal to lower it waits: nobody ends an emergency by herself', async () => {
    const urgent = await opened(world, { child: '마유진', lead: '류단우', by: '류단우', level: 'EMERGENCY' })
    await expect(close('류단우', {}, urgent)).rejects.toThrow('cases.refusal.emergencyStays')
    await expect(world.sql('문다희', `update cases set closed_at = app.now() where id = '${urgent}'`)).rejects.toThrow('lowered before it is closed')
    const version = await versionOf(world, urgent)
    await world.at(morning, () => changeLevel(world.as('류단우'), ChangeLevel.parse({ caseId: urgent, version, level: 'HIGH', levelReason: '안전을 확인했어요' })))
    await expect(close('문다희', {}, urgent)).rejects.toThrow('cases.refusal.proposalWaits')
    await expect(world.sql('문다희', `update cases set closed_at = app.now() where id = '${urgent}'`)).rejects.toThrow('waits for its second person')
    expect((await caseRow(world, urgent)).closed_at).toBeNull()
  })

  test('an open referral never belongs to a case, so none is left behind', async () => {
    const referral = await putReferral(world, { child: '탁재윤', school: 'S4', applicant: '류단우', responsible: 'S4' })
    await expect(world.sql('문다희', `update referrals set attached_case_id = '${id}' where id = '${referral}'`)).rejects.toThrow('referral_attached_is_decided')
  })
})

describe('closing', () => {
  test('keeps the reason, the words and the results of the goals, and ends every membership', async () => {
    expect(await close('문다희', { goalResults: [`${goalId}:1`, ''], remaining: '진로 상담은 학교에서 이어요', voice: '먼저 물어봐 줘서 좋았어요' })).toBe(`/cases/${id}`)
    expect((await caseRow(world, id)).closed_at).toEqual(morning)
    expect(await team(world, id)).toEqual([])
    const closure = await world.owner('select reason, summary, remaining, voice from closures where case_id = $1', [id])
    expect(closure.rows).toEqual([{ reason: 'GOALS_REACHED', summary: '등교가 이어졌어요', remaining: '진로 상담은 학교에서 이어요', voice: '먼저 물어봐 줘서 좋았어요' }])
    const ratings = await world.owner('select rating from goal_ratings where goal_id = $1', [goalId])
    expect(ratings.rows).toEqual([{ rating: 1 }])
    const ended = await world.owner('select distinct end_reason from case_members where case_id = $1', [id])
    expect(ended.rows).toEqual([{ end_reason: 'CASE_CLOSED' }])
    expect((await happenings(world, id)).at(-1)).toBe('case.closed')
  })

  test('a second time, and anything else of it, is refused', async () => {
    await expectRefused(() => close('류단우'), 'core.refusal.caseClosed')
    const version = await versionOf(world, id)
    await expectRefused(() => world.at(morning, () => setTurn(world.as('류단우'), SetTurn.parse({ caseId: id, version, nextAction: '통화', dueOn: '2026-11-25', waits: 'FAMILY' }))), 'core.refusal.caseClosed')
    await expectRefused(() => world.at(morning, () => setGoal(world.as('문다희'), { caseId: id, statement: '목표', domain: 'CARE', steps })), 'core.refusal.caseClosed')
  })

  test('nothing opens under a closed case, by raw SQL neither', async () => {
    const on = (text: string) => world.sql('문다희', text)
    await expect(on(`insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id)
      select gen_random_uuid(), s.office_id, '${id}', s.id, s.agency_id, 'MEMBER', 'OFFICE_TEAM', app.now(), s.id from staff s where s.id = app.actor_id()`)).rejects.toThrow('the case is closed')
    await expect(on(`insert into goals (id, office_id, case_id, statement, domain, steps, set_at) select gen_random_uuid(), app.actor_office(), '${id}', '목표', 'CARE', array['a','b','c','d','e'], app.now()`)).rejects.toThrow('the case is closed')
    await expect(on(`update cases set level = 'EMERGENCY' where id = '${id}'`)).rejects.toThrow('the case is closed')
  })

  test('leaves it readable for the last lead, the school’s lead and the office, and for nobody else', async () => {
    for (const name of ['류단우', '문다희', '서강민']) expect({ name, sees: await sees(name) }).toEqual({ name, sees: true })
    for (const name of ['윤채담', '도서진']) expect({ name, sees: await sees(name) }).toEqual({ name, sees: false })
  })
})

describe('reopening', () => {
  test('is not for everybody, and not without a reason, a lead and a next step', async () => {
    await expectRefused(() => reopen('윤채담'), 'core.refusal.notAllowed')
    expect(ReopenCase.safeParse({ caseId: id, version: 1 }).error?.issues.map(({ path }) => path[0]).toSorted()).toEqual(['dueOn', 'leadId', 'nextAction', 'reason', 'waits'])
  })

  test('not beside another open case of the child', async () => {
    const other = await opened(world, { child: '노아린', lead: '류단우', by: '류단우' })
    await expectRefused(() => reopen('류단우'), { message: 'cases.refusal.alreadyOpen', values: { number: (await caseRow(world, other)).number } })
    await expect(world.sql('문다희', `update cases set closed_at = null where id = '${id}'`)).rejects.toThrow('case_one_open_per_student')
    await close('류단우', {}, other)
  })

  test('makes a team anew: new memberships, and nobody comes back by herself', async () => {
    await reopen('문다희', { leadId: staff('배온유'), memberIds: [staff('서강민')] })
    expect(await team(world, id)).toEqual(['배온유 LEAD', '서강민 MEMBER'])
    const { rows } = await world.owner('select count(*)::int as all, count(ended_at)::int as ended from case_members where case_id = $1', [id])
    expect(rows).toEqual([{ all: 4, ended: 2 }])
    expect((await happenings(world, id)).at(-1)).toBe('case.reopened')
    expect(await caseRow(world, id)).toMatchObject({ closed_at: null, next_action: '학생 만나기', waiting_on: 'FAMILY' })
  })

  test('an open case is not reopened', async () => {
    await expectRefused(() => reopen('류단우'), 'cases.refusal.notClosed')
  })
})

test('who led a case before reads it no more once another has taken it up, and not when that one closes it again', async () => {
  const caseId = await opened(world, { child: '서지우', lead: '윤채담' })
  const asLead = async () => asActor(world.as('윤채담'), (tx) => headOf(tx, world.as('윤채담'), caseId, true))
  await close('남기훈', {}, caseId)
  expect(await asLead()).not.toBeNull()
  const version = await versionOf(world, caseId)
  await world.at(morning, () => reopenCase(world.as('남기훈'), ReopenCase.parse({ caseId, version, reason: '다시 살펴요', leadId: staff('고은별'), nextAction: '만나기', dueOn: '2026-11-25', waits: 'FAMILY' })))
  expect(await asLead()).toBeNull()
  await close('남기훈', {}, caseId)
  expect(await asLead()).toBeNull()
})

test('a case cannot be closed by raw SQL into a state with a membership left, nor reopened without a lead', async () => {
  const caseId = await opened(world, { child: '김지우', lead: '윤채담', members: ['고은별'] })
  const closed = await world.sql('문다희', `update cases set closed_at = app.now() where id = '${caseId}' returning (select count(*) from case_members m where m.case_id = cases.id)`)
  expect(closed.rowCount).toBe(1)
  await close('남기훈', {}, caseId)
  expect(await team(world, caseId)).toEqual([])
  await expect(world.sql('문다희', andEnd(`update cases set closed_at = null where id = '${caseId}'`))).rejects.toThrow('exactly one lead')
})

import { beforeAll, describe, expect, test } from 'vitest'
import { ChangeLevel, changeLevel } from '#lib/cases/change-level.ts'
import { settleLevel } from '#lib/cases/settle-level.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { caseRow, everything, happenings, opened, versionOf } from './cases.ts'

let world: World
let id: string

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '장우림', lead: '윤채담', members: ['고은별'], level: 'EMERGENCY' })
})

const decide = async (by: string, level: string, more: object = {}) =>
  world.at(morning, async () => changeLevel(world.as(by), ChangeLevel.parse({ caseId: id, version: await versionOf(world, id), level, levelReason: '보호자와 연락이 닿았어요', ...more })))
const waiting = async () => ((await world.owner('select id from level_proposals where case_id = $1 and settled_at is null', [id])).rows as { id: string }[])[0]?.id ?? ''
const answer = async (by: string, said: 'AGREED' | 'KEPT' | 'WITHDRAWN', proposalId?: string) => {
  const proposal = proposalId ?? (await waiting())
  return world.at(morning, () => settleLevel(world.as(by), { caseId: id, proposalId: proposal, answer: said }))
}
const level = async () => (await caseRow(world, id)).level

describe('deciding a level', () => {
  test('needs a reason, always', () => {
    const parsed = ChangeLevel.safeParse({ caseId: id, version: 1, level: 'HIGH', levelReason: ' ' })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['levelReason', 'core.field.required']])
  })

  test.each(['고은별', '정하람', '노을기'])('%s may not', async (name) => {
    await expect(decide(name, 'HIGH')).rejects.toThrow('core.refusal.notAllowed')
  })

  test('a counsellor of another school does not find the case', async () => {
    await expect(decide('임보라', 'HIGH')).rejects.toThrow('core.refusal.notFound')
  })
})

describe('lowering an emergency', () => {
  test('one person only proposes it: the emergency stays', async () => {
    await decide('윤채담', 'HIGH', { ratings: ['DROPOUT:3'] })
    expect(await level()).toBe('EMERGENCY')
    expect((await happenings(world, id)).at(-1)).toBe('case.level-asked')
  })

  test('a second proposal waits for the first to be settled', async () => {
    const before = await everything(world, id)
    await expect(decide('남기훈', 'MODERATE')).rejects.toThrow('cases.refusal.proposalWaits')
    expect(await everything(world, id)).toEqual(before)
  })

  test('nobody agrees to what she proposed herself, and no other may take it back', async () => {
    const before = await everything(world, id)
    await expect(answer('윤채담', 'AGREED')).rejects.toThrow('core.refusal.notAllowed')
    await expect(answer('남기훈', 'WITHDRAWN')).rejects.toThrow('cases.refusal.notByOneself')
    await expect(answer('고은별', 'AGREED')).rejects.toThrow('core.refusal.notAllowed')
    expect(await everything(world, id)).toEqual(before)
  })

  test('the second person keeps it: still an emergency', async () => {
    await answer('조해솔', 'KEPT')
    expect(await level()).toBe('EMERGENCY')
    expect((await happenings(world, id)).at(-1)).toBe('case.level-kept')
  })

  test('who proposed may take it back, and a decider cannot agree with herself', async () => {
    await decide('남기훈', 'WATCH')
    await expect(answer('남기훈', 'AGREED')).rejects.toThrow('cases.refusal.notByOneself')
    await answer('남기훈', 'WITHDRAWN')
    expect(await level()).toBe('EMERGENCY')
  })

  test('the second person agrees: it is lowered, the decision names both, and what was found comes along', async () => {
    await decide('윤채담', 'HIGH', { ratings: ['DROPOUT:3', 'CARE:2'] })
    await answer('문다희', 'AGREED')
    expect(await caseRow(world, id)).toMatchObject({ level: 'HIGH', domains: ['DROPOUT', 'CARE'] })
    const { rows } = await world.owner('select proposed, decided, by_id, second_id from case_levels where case_id = $1 and second_id is not null', [id])
    expect(rows).toEqual([{ proposed: 'HIGH', decided: 'HIGH', by_id: world.ground.staffIds['윤채담'], second_id: world.ground.staffIds['문다희'] }])
    expect((await happenings(world, id)).at(-1)).toBe('case.levelled')
  })

  test('of two who settle at once one is told that the other was faster', async () => {
    await decide('윤채담', 'EMERGENCY', { redFlags: ['MISSING'] })
    expect(await level()).toBe('EMERGENCY')
    await decide('윤채담', 'HIGH')
    const proposal = await waiting()
    const results = await Promise.allSettled([answer('문다희', 'KEPT', proposal), answer('조해솔', 'KEPT', proposal)])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ message: 'core.refusal.faster' })
  })
})

test('what the page showed is old: the slower decision changes nothing', async () => {
  const version = (await versionOf(world, id)) - 1
  const before = await everything(world, id)
  const late = world.at(morning, () => changeLevel(world.as('남기훈'), ChangeLevel.parse({ caseId: id, version, level: 'EMERGENCY', levelReason: '다시 살펴봤어요' })))
  await expect(late).rejects.toMatchObject({ message: 'cases.refusal.changedMeanwhile', status: 409 })
  expect(await everything(world, id)).toEqual(before)
})

describe('by raw SQL, as the application’s own role', () => {
  const propose = `insert into level_proposals (id, office_id, case_id, red_flags, ratings, aggravators, proposed, wanted, reason, by_id, at)
    select gen_random_uuid(), c.office_id, c.id, '{}', '{}', '{}', 'WATCH', 'WATCH', '이유', app.actor_id(), app.now() from cases c where c.id = '%'`
  const levelRow = (second: string) => `insert into case_levels (id, office_id, case_id, red_flags, ratings, aggravators, proposed, decided, reason, by_id, second_id, at)
    select gen_random_uuid(), c.office_id, c.id, '{}', '{}', '{}', 'HIGH', 'HIGH', '이유', ${second}, app.now() from cases c where c.id = '${id}'`
  const lower = () => `update cases set level = 'HIGH' where id = '${id}'`
  const person = (name: string) => `'${world.ground.staffIds[name]}'`

  test('nobody lowers an emergency by herself', async () => {
    await expect(world.sql('문다희', lower())).rejects.toThrow('second person')
    await expect(world.sql('문다희', `${levelRow('app.actor_id(), null')}; ${lower()}`)).rejects.toThrow('second person')
  })

  test('nobody names a second person who did not agree, nor herself for both', async () => {
    await expect(world.sql('문다희', levelRow(`app.actor_id(), ${person('서강민')}`))).rejects.toThrow('row-level security')
    await expect(world.sql('문다희', levelRow(`${person('서강민')}, app.actor_id()`))).rejects.toThrow('row-level security')
    await expect(world.sql('문다희', levelRow('app.actor_id(), app.actor_id()'))).rejects.toThrow('row-level security')
  })

  test('an agreement of earlier days lowers nothing today', async () => {
    // 문다희 agreed to 윤채담's proposal above; the case has become an emergency again since.
    expect(await level()).toBe('EMERGENCY')
    await expect(world.sql('문다희', `${levelRow(`${person('윤채담')}, app.actor_id()`)}; ${lower()}`)).rejects.toThrow('second person')
  })

  test('nobody settles her own proposal, and nobody proposes in another’s name', async () => {
    const mine = propose.replace('%', id)
    await expect(world.sql('문다희', `${mine}; update level_proposals set settled_by_id = app.actor_id(), settled_at = app.now(), outcome = 'AGREED' where case_id = '${id}' and settled_at is null`)).rejects.toThrow('proposal_settled_by_another')
    await expect(world.sql('문다희', mine.replace('app.actor_id()', person('서강민')))).rejects.toThrow('row-level security')
    await expect(world.sql('문다희', `${mine}; update level_proposals set by_id = ${person('서강민')} where case_id = '${id}' and settled_at is null`)).rejects.toThrow('permission denied')
  })

  test('what was decided is not rewritten', async () => {
    await expect(world.sql('문다희', `update case_levels set decided = 'WATCH' where case_id = '${id}'`)).rejects.toThrow('permission denied')
    await expect(world.sql('문다희', `delete from case_levels where case_id = '${id}'`)).rejects.toThrow('permission denied')
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { addMember } from '#lib/cases/add-member.ts'
import { changeLead } from '#lib/cases/change-lead.ts'
import { removeMember } from '#lib/cases/remove-member.ts'
import { SetTurn, setTurn } from '#lib/cases/set-turn.ts'
import { setGoal } from '#lib/plans/set-goal.ts'
import { putConsent } from '#tests/verbs/today/put.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { andEnd, caseRow, expectRefusal, happenings, opened, team, versionOf } from './cases.ts'

/* Who is in charge, whose turn it is, who else is on it. */

let world: World
let id: string
const staff = (name: string) => world.ground.staffIds[name] ?? ''

beforeAll(async () => {
  world = await makeWorld()
  id = await opened(world, { child: '서지우', lead: '윤채담', members: ['고은별'] })
})

const turn = async (by: string, form: object, version?: number) => {
  const seen = version ?? (await versionOf(world, id))
  return world.at(morning, () => setTurn(world.as(by), SetTurn.parse({ caseId: id, version: seen, nextAction: '보호자와 통화하기', dueOn: '2026-11-26', waits: 'FAMILY', ...form })))
}
const lead = async (by: string, name: string, formerStays = false) => {
  const version = await versionOf(world, id)
  return world.at(morning, () => changeLead(world.as(by), { caseId: id, version, leadId: staff(name), formerStays }))
}
const add = (by: string, name: string) => world.at(morning, () => addMember(world.as(by), { caseId: id, staffId: staff(name), relation: 'MEMBER' }))
const remove = (by: string, name: string) => world.at(morning, () => removeMember(world.as(by), { caseId: id, staffId: staff(name) }))
const expectRefused = (deed: () => Promise<unknown>, expected: string | object) => expectRefusal(world, id, deed, expected)

describe('the next step', () => {
  test('a teacher of the team says what is next, by when, and whose turn it is', async () => {
    await turn('고은별', { waits: `AGENCY:${world.ground.agencyIds['MH']}`, dueTime: '09:30' })
    expect(await caseRow(world, id)).toMatchObject({
      next_action: '보호자와 통화하기', due_at: new Date('2026-11-26T09:30:00+09:00'), waiting_on: 'AGENCY', waiting_agency_id: world.ground.agencyIds['MH'], waiting_staff_id: null,
    })
    await turn('윤채담', { waits: `STAFF:${staff('고은별')}` })
    expect(await caseRow(world, id)).toMatchObject({ waiting_on: 'STAFF', waiting_staff_id: staff('고은별'), waiting_agency_id: null })
  })

  test('who sees an older page changes nothing, and is told', async () => {
    const version = (await versionOf(world, id)) - 1
    await expectRefused(() => turn('고은별', {}, version), { message: 'cases.refusal.changedMeanwhile', status: 409 })
  })

  test('it waits for nobody of nowhere, and not for yesterday', async () => {
    await expectRefused(() => turn('윤채담', { waits: 'STAFF:00000000-0000-7000-8000-000000000000' }), { message: 'core.refusal.foreign', field: 'waits' })
    await expectRefused(() => turn('윤채담', { dueOn: '2026-11-23' }), { message: 'core.field.future', field: 'dueOn' })
  })

  test('whoever was let in to look changes nothing: neither the turn, nor the team, nor the plan', async () => {
    await world.at(morning, () => addMember(world.as('남기훈'), { caseId: id, staffId: staff('임보라'), relation: 'OBSERVER' }))
    await expectRefused(() => turn('임보라', {}), 'cases.page.off.observer')
    await expectRefused(() => add('임보라', '배온유'), 'cases.page.off.observer')
    await expectRefused(() => remove('임보라', '고은별'), 'cases.page.off.observer')
    await expectRefused(() => world.at(morning, () => setGoal(world.as('임보라'), { caseId: id, statement: '목표', domain: 'CARE', steps: ['하나', '둘', '셋', '넷', '다섯'] })), 'cases.page.off.observer')
    await remove('남기훈', '임보라')
  })

  test('a stranger does not find the case', async () => {
    await expectRefused(() => turn('임보라', {}), 'core.refusal.notFound')
    await expectRefused(() => turn('도서진', {}), 'core.refusal.notFound')
  })
})

describe('the team', () => {
  test('somebody joins once', async () => {
    await add('윤채담', '배온유')
    expect(await team(world, id)).toContain('배온유 MEMBER')
    await expectRefused(() => add('남기훈', '배온유'), { message: 'cases.refusal.alreadyMember', field: 'staffId' })
  })

  test('two let the same person in at once: she stands there once', async () => {
    const results = await Promise.allSettled([add('윤채담', '서강민'), add('남기훈', '서강민')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await team(world, id)).filter((line) => line.startsWith('서강민'))).toHaveLength(1)
  })

  test('a partner joins on a ground, never without', async () => {
    await expectRefused(() => add('윤채담', '안이레'), { message: 'cases.refusal.noGround', field: 'staffId' })
    await putConsent(world, '서지우', 'MH', ['EMOTION'])
    await add('윤채담', '안이레')
    expect(await team(world, id)).toContain('안이레 MEMBER')
  })

  test('a teacher lets nobody in, and nobody removes the lead', async () => {
    await expectRefused(() => add('고은별', '조해솔'), 'core.refusal.notAllowed')
    await expectRefused(() => remove('남기훈', '윤채담'), 'cases.refusal.leadStays')
  })

  test('who was waited for and leaves: it is the lead’s turn', async () => {
    await turn('윤채담', { waits: `STAFF:${staff('배온유')}` })
    await remove('윤채담', '배온유')
    expect(await team(world, id)).not.toContain('배온유 MEMBER')
    expect(await caseRow(world, id)).toMatchObject({ waiting_on: 'STAFF', waiting_staff_id: staff('윤채담') })
    expect((await happenings(world, id)).at(-1)).toBe('case.member-left')
  })
})

describe('the lead', () => {
  test('passes on in one breath, and with it what waited for the former one', async () => {
    await lead('남기훈', '고은별', true)
    expect(await team(world, id)).toContain('고은별 LEAD')
    expect(await team(world, id)).toContain('윤채담 MEMBER')
    expect((await team(world, id)).filter((line) => line.endsWith('LEAD'))).toHaveLength(1)
    expect(await caseRow(world, id)).toMatchObject({ lead_id: staff('고은별'), waiting_staff_id: staff('고은별') })
  })

  test('to whom it belongs already, and to somebody without a ground: refused', async () => {
    await expectRefused(() => lead('남기훈', '고은별'), { message: 'cases.refusal.sameLead', field: 'leadId' })
    await expectRefused(() => lead('남기훈', '도서진'), { message: 'cases.refusal.noGround', field: 'leadId' })
    await expectRefused(() => lead('윤채담', '윤채담'), 'core.refusal.notAllowed')
  })

  test('two give it away at once: one lead, and one of the two is told', async () => {
    const version = await versionOf(world, id)
    const give = (by: string, name: string) => world.at(morning, () => changeLead(world.as(by), { caseId: id, version, leadId: staff(name), formerStays: false }))
    const results = await Promise.allSettled([give('남기훈', '윤채담'), give('문다희', '조해솔')])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ status: 409 })
    expect((await team(world, id)).filter((line) => line.endsWith('LEAD'))).toHaveLength(1)
  })
})

describe('by raw SQL, as the application’s own role', () => {
  const on = (text: string) => world.sql('문다희', text)

  test.each([
    ['no lead', 'lead_id = null'],
    ['no next step', 'next_action = null'],
    ['an empty next step', `next_action = '  '`],
    ['no deadline', 'due_at = null'],
    ['nobody whose turn it is', 'waiting_on = null'],
    ['a person’s turn without the person', `waiting_on = 'STAFF', waiting_staff_id = null`],
    ['an agency’s turn without the agency', `waiting_on = 'AGENCY', waiting_staff_id = null, waiting_agency_id = null`],
    ['two whose turn it is', `waiting_on = 'STAFF', waiting_staff_id = lead_id, waiting_agency_id = lead_agency_id`],
    ['the family’s turn and somebody else’s', `waiting_on = 'FAMILY', waiting_staff_id = lead_id`],
  ])('an open case never has %s', async (_, change) => {
    await expect(on(`update cases set ${change} where id = '${id}'`)).rejects.toThrow('case_open_has_turn')
  })

  test('never two leads, not even for a moment', async () => {
    await expect(on(`insert into case_members (id, office_id, case_id, staff_id, agency_id, relation, reason, since, added_by_id)
      select gen_random_uuid(), s.office_id, '${id}', s.id, s.agency_id, 'LEAD', 'OFFICE_TEAM', app.now(), app.actor_id() from staff s where s.id = app.actor_id()`)).rejects.toThrow('case_one_lead')
  })

  test('never none at the end of a transaction: neither by ending the lead nor by naming another', async () => {
    const { rows } = await world.owner('select lead_id, lead_agency_id from cases where id = $1', [id])
    expect(rows).toHaveLength(1)
    await expect(on(andEnd(`update case_members set ended_at = app.now(), end_reason = 'REMOVED' where case_id = '${id}' and relation = 'LEAD' and ended_at is null`))).rejects.toThrow('exactly one lead')
    await expect(on(andEnd(`update cases set lead_id = app.actor_id(), lead_agency_id = app.actor_agency() where id = '${id}'`))).rejects.toThrow('exactly one lead')
  })

  test('an ended membership does not come back, and none is made over into another', async () => {
    await expect(on(`update case_members set ended_at = null, end_reason = null where case_id = '${id}' and ended_at is not null`)).rejects.toThrow('does not change')
    await expect(on(`update case_members set staff_id = app.actor_id() where case_id = '${id}'`)).rejects.toThrow('permission denied')
    await expect(on(`delete from case_members where case_id = '${id}'`)).rejects.toThrow('permission denied')
  })

  test('a case is not made over to another child, nor deleted', async () => {
    await expect(on(`update cases set student_id = '${world.studentIds['김지우']}' where id = '${id}'`)).rejects.toThrow('permission denied')
    await expect(on(`delete from cases where id = '${id}'`)).rejects.toThrow('permission denied')
  })

  test('a second open case of one child is refused by the database too', async () => {
    await expect(on(`insert into cases (id, office_id, number, student_id, school_id, level, domains, lead_id, lead_agency_id, next_action, due_at, waiting_on, opened_at, last_event_at)
      select gen_random_uuid(), office_id, 'G-2026-9999', student_id, school_id, level, '{ECON}', lead_id, lead_agency_id, next_action, due_at, 'FAMILY', opened_at, last_event_at
      from cases where id = '${id}'`)).rejects.toThrow('case_one_open_per_student')
  })
})

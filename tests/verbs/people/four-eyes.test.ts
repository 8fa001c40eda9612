import { beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { asActor } from '#lib/core/door.ts'
import { askApproval, askInvitation, askReturn, askRole } from '#lib/people/ask-change.ts'
import { changesForMe } from '#lib/people/changes.ts'
import { decideChange, withdrawChange } from '#lib/people/decide-change.ts'
import { peopleList } from '#lib/people/list.ts'
import { suspendPerson } from '#lib/people/narrow.ts'
import type { Role } from '#lib/core/actor.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

/* What widens somebody's rights is asked by one and decided by another, whoever tries otherwise and by whatever way. */
let world: World
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const at = <T>(deed: () => Promise<T>) => world.at(morning, deed)
const idOf = (path: string) => path.split('/').at(-1) ?? ''
const staff = (name: string) => world.as(name).staffId
const approval = async (by: string, of: string) => idOf(await at(() => askApproval(world.as(by), { staffId: staff(of), validUntil: '2027-12-31', paper: '라온중-2026-31', reason: '' })))
const role = async (by: string, of: string, to: Role, agency: string) =>
  idOf(await at(() => askRole(world.as(by), { staffId: staff(of), role: to, agencyId: world.ground.agencyIds[agency] ?? '', jobTitle: '', paper: '', reason: '인사 발령' })))
const decide = (by: string, id: string, answer: 'GRANTED' | 'RETURNED' = 'GRANTED') => at(() => decideChange(world.as(by), { id, answer, comment: '' }))
const told = async (kind: string, name: string) => (await rows(`select 1 from graphile_worker._private_jobs p where p.payload ->> 'kind' = $1 and p.payload ->> 'staffId' = $2`, [kind, staff(name)])).length
const until = async (name: string) => (await rows('select valid_until, paper, approved_by from handling_approvals where staff_id = $1 and revoked_at is null order by valid_until desc limit 1', [staff(name)]))[0]

beforeAll(async () => {
  world = await makeWorld()
})

describe('an approval', () => {
  test('asked by the administrator counts when the lead of the body has granted it, and names both and the paper', async () => {
    const id = await approval('하도경', '고은별')
    expect(await told('people.asked', '남기훈')).toBe(1)
    expect(await told('people.asked', '서강민')).toBe(0)
    expect(await until('고은별')).toMatchObject({ paper: null })
    await decide('남기훈', id)
    expect(await until('고은별')).toMatchObject({ paper: '라온중-2026-31', approved_by: staff('남기훈'), valid_until: new Date('2028-01-01T00:00:00+09:00') })
    expect(await rows('select what, after, by_id, change_id from rights_entries where staff_id = $1 and change_id is not null', [staff('고은별')])).toEqual([{ what: 'APPROVAL', after: '2028-01-01', by_id: staff('남기훈'), change_id: id }])
    expect(await told('people.decided', '하도경')).toBe(1)
  })

  test('is decided by nobody who asked for it, whom it is about, or who leads another body; each try is on record', async () => {
    const id = await approval('남기훈', '조해솔')
    for (const [name, why] of [['남기훈', 'twoPersons'], ['조해솔', 'twoPersons']] as const) await expect(decide(name, id)).rejects.toThrow(`colleagues.refusal.${why}`)
    await expect(decide('한결우', id)).rejects.toThrow('core.refusal.notFound')
    await expect(decide('하도경', id)).rejects.toThrow('core.refusal.notAllowed')
    expect(await rows(`select staff_id from audit_entries where action = 'change.refused' and outcome = 'refused' and subject_id = $1 order by at`, [staff('조해솔')])).toHaveLength(2)
    // Where a lead asked, the head of the centre decides.
    await decide('서강민', id)
    await expect(decide('서강민', id)).rejects.toThrow('core.refusal.faster')
  })

  test('is not decided by the same person under another name, or by one of her household', async () => {
    const id = await approval('하도경', '윤채담')
    await world.owner(`update staff set phone = '010-5555-0000' where name in ('하도경', '남기훈')`)
    await expect(decide('남기훈', id)).rejects.toThrow('colleagues.refusal.notYours')
    expect((await world.sql('남기훈', `update access_changes set state = 'GRANTED', decided_by_id = $1, decided_at = app.now() where id = $2`, [staff('남기훈'), id])).rowCount).toBe(0)
    await world.owner(`update staff set phone = '062-000-9999' where name = '남기훈'`)
    await decide('남기훈', id, 'RETURNED')
    expect(await rows('select 1 from handling_approvals where staff_id = $1 and paper is not null', [staff('윤채담')])).toEqual([])
  })

  test('nobody asks for her own, and the head of the centre’s is decided by the privacy officer', async () => {
    await expect(approval('서강민', '서강민')).rejects.toThrow('colleagues.refusal.own')
    const id = await approval('하도경', '서강민')
    await expect(decide('서강민', id)).rejects.toThrow('colleagues.refusal.twoPersons')
    await decide('노을기', id)
    const other = await approval('하도경', '문다희')
    await expect(decide('노을기', other)).rejects.toThrow('colleagues.refusal.notYours')
    await at(() => withdrawChange(world.as('하도경'), { id: other }))
  })

  test('whose own approval has run out decides nothing', async () => {
    const id = await approval('하도경', '임보라')
    await world.owner('update handling_approvals set valid_until = $1 where staff_id = $2', [morning, staff('한결우')])
    await expect(decide('한결우', id)).rejects.toThrow('colleagues.refusal.notYours')
    await world.owner(`update handling_approvals set valid_until = $1::timestamptz + interval '90 days' where staff_id = $2`, [morning, staff('한결우')])
    await decide('한결우', id)
  })
})

describe('a role', () => {
  test('a slip of one administrator stays a request: nothing of it counts', async () => {
    const id = await role('하도경', '오나린', 'OFFICE_LEAD', 'ISS')
    expect(await rows('select role from staff where id = $1', [staff('오나린')])).toEqual([{ role: 'TEACHER' }])
    await expect(role('하도경', '오나린', 'OFFICE_LEAD', 'ISS')).rejects.toThrow('colleagues.refusal.oneWaits')
    await decide('서강민', id, 'RETURNED')
    expect(await rows('select role from staff where id = $1', [staff('오나린')])).toEqual([{ role: 'TEACHER' }])
  })

  test('there is none that does not belong to the body, nor a move by the lead of one', async () => {
    await expect(role('하도경', '오나린', 'COORDINATOR', 'S1')).rejects.toThrow('colleagues.refusal.roleFits')
    await expect(role('한결우', '오나린', 'TEACHER', 'S3')).rejects.toThrow('colleagues.refusal.otherAgency')
    await expect(role('한결우', '고은별', 'COUNSELOR', 'S1')).rejects.toThrow('core.refusal.notFound')
    await expect(world.sql('하도경', `insert into access_changes (id, office_id, staff_id, kind, role, agency_id, reason, asked_by_id, asked_at) values (gen_random_uuid(), $1, $2, 'ROLE', 'ADMIN', $3, 'x', $4, app.now())`,
      [world.ground.officeId, staff('오나린'), world.ground.agencyIds['S1'], staff('하도경')])).rejects.toThrow('change_role_fits')
  })

  test('granted, it counts at the next request; a move ends the approval and every browser', async () => {
    await decide('한결우', await role('하도경', '오나린', 'COUNSELOR', 'S1'))
    expect((await at(() => actorOf(world.as('오나린').sessionKey)))?.role).toBe('COUNSELOR')
    await decide('남기훈', await role('하도경', '오나린', 'TEACHER', 'S3'))
    expect(await at(() => actorOf(world.as('오나린').sessionKey))).toBeNull()
    expect(await until('오나린')).toBeUndefined()
  })
})

describe('by raw SQL as the application', () => {
  test('nobody grants herself, or another alone', async () => {
    const id = await approval('하도경', '반소담')
    const grant = `update access_changes set state = 'GRANTED', decided_by_id = $1, decided_at = app.now() where id = $2`
    await expect(world.sql('하도경', grant, [staff('하도경'), id])).rejects.toThrow('change_by_two')
    for (const name of ['반소담', '문다희', '임보라', '노을기', '남기훈']) expect((await world.sql(name, grant, [staff(name), id])).rowCount, name).toBe(0)
    await expect(world.sql('류단우', grant, [staff('서강민'), id])).rejects.toThrow('row-level security')
    expect((await world.sql('류단우', grant, [staff('류단우'), id])).rowCount).toBe(1)
  })

  test.each([
    ['a role', `update staff set role = 'ADMIN' where id = $1`],
    ['an approval', `insert into handling_approvals (id, office_id, staff_id, valid_from, valid_until) select gen_random_uuid(), office_id, id, app.now(), app.now() + interval '1 year' from staff where id = $1`],
    ['a training', `insert into security_trainings (id, office_id, staff_id, completed_at, valid_until) select gen_random_uuid(), office_id, id, app.now(), app.now() + interval '1 year' from staff where id = $1`],
    ['an account', `update accounts set deactivated_at = null where staff_id = $1`],
    ['a password', `update accounts set password_hash = 'x' where staff_id = $1`],
    ['what was put down', `update rights_entries set by_id = null where staff_id = $1`],
  ])('%s is changed by no administrator and no lead', async (_, text) => {
    for (const name of ['하도경', '서강민', '남기훈']) {
      const tried = await world.sql(name, text, [staff('고은별')]).then(({ rowCount }) => rowCount, () => 'refused')
      expect([0, 'refused'], `${name}: ${text}`).toContain(tried)
    }
  })

  test('what was decided stays decided', async () => {
    const [done] = await rows(`select id from access_changes where state = 'GRANTED' limit 1`)
    await expect(world.owner(`update access_changes set state = 'ASKED', decided_by_id = null, decided_at = null where id = $1`, [done?.['id']])).rejects.toThrow('change_decided')
    await expect(world.owner(`update rights_entries set what = 'ROLE'`)).rejects.toThrow('audit_stays')
  })
})

describe('a new colleague', () => {
  const invite = (by: string, email: string) => at(() => askInvitation(world.as(by), { name: '새봄이', nameEn: '', email, role: 'COUNSELOR', agencyId: world.ground.agencyIds['S3'] ?? '', jobTitle: '상담사', validUntil: '2027-02-28', paper: '2026-7', reason: '새로 왔어요' }))

  test('has no account before her lead has agreed, and then one without a password', async () => {
    const id = idOf(await invite('하도경', 'new.one@demo.example'))
    expect(await rows(`select 1 from accounts where email = 'new.one@demo.example'`)).toEqual([])
    await expect(invite('하도경', 'new.one@demo.example')).rejects.toThrow('colleagues.refusal.addressTaken')
    await decide('조해솔', id)
    expect(await rows(`select s.role, a.password_hash, h.paper from accounts a join staff s on s.id = a.staff_id join handling_approvals h on h.staff_id = s.id where email = 'new.one@demo.example'`)).toEqual([{ role: 'COUNSELOR', password_hash: null, paper: '2026-7' }])
    expect(await rows(`select l.purpose from account_links l join accounts a on a.staff_id = l.staff_id where a.email = 'new.one@demo.example' and l.ended_at is null`)).toEqual([{ purpose: 'INVITATION' }])
    const { people } = await at(() => asActor(world.as('남기훈'), (tx) => peopleList(tx, world.as('남기훈'), { state: 'invited' })))
    expect(people.map(({ name }) => name)).toEqual(['새봄이'])
    await expect(invite('하도경', 'new.one@demo.example')).rejects.toThrow('colleagues.refusal.addressTaken')
  })

  test('a lead invites only for her own body, and the centre decides', async () => {
    await expect(invite('한결우', 'other@demo.example')).rejects.toThrow('colleagues.refusal.otherAgency')
    const id = idOf(await invite('남기훈', 'other@demo.example'))
    await expect(decide('조해솔', id)).rejects.toThrow('colleagues.refusal.notYours')
    expect((await at(() => asActor(world.as('서강민'), (tx) => changesForMe(tx, world.as('서강민'))))).map(({ who }) => who)).toContain('새봄이')
    await decide('서강민', id)
  })
})

describe('who was suspended', () => {
  test('is out at the next request by one person’s word, and comes back by two', async () => {
    await at(() => suspendPerson(world.as('하도경'), { staffId: staff('정하람') }))
    expect(await at(() => actorOf(world.as('정하람').sessionKey))).toBeNull()
    await expect(at(() => suspendPerson(world.as('하도경'), { staffId: staff('정하람') }))).rejects.toThrow('core.refusal.faster')
    const id = idOf(await at(() => askReturn(world.as('하도경'), { staffId: staff('정하람'), role: 'PARTNER_WORKER', agencyId: world.as('정하람').agencyId, jobTitle: '', paper: '', reason: '확인했어요' })))
    expect(await rows('select deactivated_why from accounts where staff_id = $1', [staff('정하람')])).toEqual([{ deactivated_why: 'SUSPENDED' }])
    await decide('서강민', id)
    expect(await rows('select deactivated_why from accounts where staff_id = $1', [staff('정하람')])).toEqual([{ deactivated_why: null }])
    // The browser that was closed stays closed.
    expect(await at(() => actorOf(world.as('정하람').sessionKey))).toBeNull()
  })

  test('nobody suspends herself, or anybody beyond her own people', async () => {
    await expect(at(() => suspendPerson(world.as('남기훈'), { staffId: staff('남기훈') }))).rejects.toThrow('colleagues.refusal.own')
    await expect(at(() => suspendPerson(world.as('남기훈'), { staffId: staff('임보라') }))).rejects.toThrow('core.refusal.notFound')
    await expect(at(() => suspendPerson(world.as('노을기'), { staffId: staff('임보라') }))).rejects.toThrow('core.refusal.notAllowed')
    expect((await world.sql('문다희', 'select app.suspend_person($1) as done', [staff('임보라')])).rows).toEqual([{ done: false }])
  })
})

describe('the list', () => {
  const list = (name: string, filters = {}) => at(() => asActor(world.as(name), (tx) => peopleList(tx, world.as(name), filters)))

  test('shows a lead her own people, the administrator everybody, and whoever leads nobody no one', async () => {
    expect(new Set((await list('한결우')).people.map(({ agencyId }) => agencyId))).toEqual(new Set([world.ground.agencyIds['S1']]))
    expect((await list('하도경', { q: '교감' })).people.map(({ name }) => name)).toEqual(['권이안', '남기훈', '류단우', '진서율', '한결우'])
    expect((await list('문다희')).people).toEqual([])
    expect((await list('하도경', { q: 'lim.bora@' })).people.map(({ name }) => name)).toEqual(['임보라'])
  })

  test('goes on from page to page without leaving anybody out', async () => {
    await world.owner(`insert into staff (id, office_id, agency_id, role, name, job_title) select gen_random_uuid(), $1, $2, 'TEACHER', '교사' || lpad(n::text, 3, '0'), '' from generate_series(1, 120) n`, [world.ground.officeId, world.ground.agencyIds['S1']])
    const seen: string[] = []
    for (let after: string | undefined; ; ) {
      const { people, next } = await list('하도경', { state: 'none', after })
      seen.push(...people.map(({ name }) => name))
      if (!next) break
      after = next
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { signInWithPassword } from '#lib/access/sign-in.ts'
import { headOf } from '#lib/cases/head.ts'
import { askWith } from '#lib/core/ask.ts'
import { asActor } from '#lib/core/door.ts'
import { sweepDormant, endLeavers, warnOfLapses } from '#lib/jobs/keep-people.ts'
import { handOver } from '#lib/leaving/hand-over.ts'
import type { WorkKind } from '#lib/leaving/leaving.ts'
import { leftBy } from '#lib/leaving/queries.ts'
import { addressees } from '#lib/notices/recipients.ts'
import { clearAbsence, setAbsence } from '#lib/people/absence.ts'
import { askReturn } from '#lib/people/ask-change.ts'
import { decideChange } from '#lib/people/decide-change.ts'
import { ownerless } from '#lib/people/list.ts'
import { endApproval, endPerson, signPersonOut, stayPerson, suspendPerson } from '#lib/people/narrow.ts'
import { trainPeople } from '#lib/people/train-people.ts'
import { openWorkOf } from '#lib/people/view.ts'
import { myWork } from '#lib/today/my-work.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { asJobs } from '#tests/verbs/jobs/run-job.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

/* Nobody leaves while something waits for her; whoever leaves loses everything at once. */
let world: World
let led: string
let shared: string
const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const at = <T>(deed: () => Promise<T>) => world.at(morning, deed)
const days = (n: number) => new Date(morning.getTime() + n * 86_400_000)
const staff = (name: string) => world.as(name).staffId
const hand = (by: string, of: string, kind: WorkKind, to: string, items: string[]) => at(() => handOver(world.as(by), { staffId: staff(of), kind, toId: staff(to), items }))
const end = (by: string, of: string, lastDay?: string) => at(() => endPerson(world.as(by), { staffId: staff(of), lastDay }))
const sees = (name: string, id: string) => at(async () => (await asActor(world.as(name), (tx) => headOf(tx, world.as(name), id, true))) !== null)
const comesIn = async (name: string) => (await at(() => actorOf(world.as(name).sessionKey))) !== null
const emailOf = (name: string) => cast.find((one) => one.name === name)?.email ?? ''
const told = async (kind: string, name: string) => (await rows(`select 1 from graphile_worker._private_jobs p where p.payload ->> 'kind' = $1 and p.payload ->> 'staffId' = $2`, [kind, staff(name)])).length
const nobodys = (name: string) => at(async () => (await asActor(world.as(name), (tx) => ownerless(tx, world.as(name)))).map((one) => one.name))

beforeAll(async () => {
  world = await makeWorld()
  led = await opened(world, { child: '설바다', lead: '윤채담', members: ['고은별'] })
  shared = await opened(world, { child: '응우옌하린', lead: '고은별', members: ['윤채담'] })
  await world.owner(`update cases set waiting_on = 'STAFF', waiting_staff_id = $1 where id = $2`, [staff('윤채담'), shared])
})

describe('a counsellor leaves', () => {
  test('not while she leads a case or her turn is waited for, whoever tries, by the verb or by SQL', async () => {
    for (const name of ['하도경', '남기훈', '서강민']) await expect(end(name, '윤채담')).rejects.toThrow('colleagues.refusal.hasWork')
    await expect(world.owner('update staff set left_at = now() where id = $1', [staff('윤채담')])).rejects.toThrow('person_has_work')
    await expect(world.owner(`update staff set agency_id = $2 where id = $1`, [staff('윤채담'), world.ground.agencyIds['S1']])).rejects.toThrow('person_has_work')
    expect(await comesIn('윤채담')).toBe(true)
  })

  test('what is hers shows to her lead by number, to the administrator as figures alone', async () => {
    const left = await at(() => asActor(world.as('남기훈'), (tx) => leftBy(tx, world.as('남기훈'), staff('윤채담'))))
    expect(left.map(({ kind }) => kind).sort()).toEqual(['LEADS', 'TEAMS', 'TURNS'])
    expect(await at(() => asActor(world.as('하도경'), (tx) => leftBy(tx, world.as('하도경'), staff('윤채담'))))).toEqual([])
    expect(await at(() => asActor(world.as('하도경'), (tx) => openWorkOf(tx, staff('윤채담'))))).toEqual({ LEADS: 1, TURNS: 1, SUPPORTS: 0, REFERRALS: 0, TEAMS: 1 })
    await expect(hand('하도경', '윤채담', 'LEADS', '고은별', [led])).rejects.toThrow('core.refusal.notAllowed')
  })

  test('is not handed to a relative, to somebody without approval, or of another school', async () => {
    await world.owner(`insert into conflicts (id, office_id, staff_id, student_id, how, declared_by, declared_at) select gen_random_uuid(), office_id, $1, student_id, 'NAMED', $1, $2 from cases where id = $3`, [staff('조해솔'), morning, led])
    await expect(hand('남기훈', '윤채담', 'LEADS', '조해솔', [led])).rejects.toThrow('colleagues.refusal.noneHanded')
    await expect(hand('남기훈', '윤채담', 'LEADS', '임보라', [led])).rejects.toThrow('core.refusal.foreign')
    await world.owner('update handling_approvals set revoked_at = $1 where staff_id = $2', [morning, staff('고은별')])
    await expect(hand('남기훈', '윤채담', 'LEADS', '고은별', [led])).rejects.toThrow('core.refusal.foreign')
    await world.owner('update handling_approvals set revoked_at = null where staff_id = $1', [staff('고은별')])
    await expect(hand('한결우', '윤채담', 'LEADS', '고은별', [led])).rejects.toThrow('core.refusal.notFound')
  })

  test('handed on kind by kind, then ended: everything is gone at her next request', async () => {
    await hand('남기훈', '윤채담', 'LEADS', '고은별', [led])
    expect(await rows('select lead_id from cases where id = $1', [led])).toEqual([{ lead_id: staff('고은별') }])
    await hand('남기훈', '윤채담', 'TURNS', '조해솔', [shared])
    await world.owner(`insert into drafts (office_id, staff_id, kind, subject, sealed, saved_at) values ($1, $2, 'note', $3, '', $4)`, [world.ground.officeId, staff('윤채담'), shared, morning])
    expect(await sees('윤채담', shared)).toBe(true)
    await end('남기훈', '윤채담')
    expect(await comesIn('윤채담')).toBe(false)
    expect((await world.sql('윤채담', 'select 1 from staff')).rowCount).toBe(0)
    expect(await rows(`select 1 from case_members where staff_id = $1 and ended_at is null union all select 1 from sessions where staff_id = $1 and ended_at is null union all select 1 from drafts where staff_id = $1
      union all select 1 from handling_approvals where staff_id = $1 and revoked_at is null`, [staff('윤채담')])).toEqual([])
    expect(await rows(`select end_reason from case_members where staff_id = $1 and case_id = $2`, [staff('윤채담'), shared])).toEqual([{ end_reason: 'LEFT' }])
    expect(await rows(`select 1 from events where case_id = $1 and type = 'case.member-left' and data ->> 'staffId' = $2`, [shared, staff('윤채담')])).toHaveLength(1)
    expect(await rows(`select what from rights_entries where staff_id = $1 and by_id = $2 order by what`, [staff('윤채담'), staff('남기훈')])).toEqual([{ what: 'APPROVAL_ENDED' }, { what: 'LEFT' }])
  })

  test('who comes back comes as somebody new: two decide, and no former case is hers', async () => {
    const path = await at(() => askReturn(world.as('하도경'), { staffId: staff('윤채담'), role: 'COUNSELOR', agencyId: world.ground.agencyIds['S3'] ?? '', jobTitle: '', validUntil: '2027-06-30', paper: '2026-9', reason: '복직' }))
    await at(() => decideChange(world.as('남기훈'), { id: path.split('/').at(-1) ?? '', answer: 'GRANTED', comment: '' }))
    await world.owner('update sessions set ended_at = null where staff_id = $1', [staff('윤채담')])
    expect(await comesIn('윤채담')).toBe(true)
    expect([await sees('윤채담', led), await sees('윤채담', shared)]).toEqual([false, false])
  })
})

describe('a last day that is named', () => {
  test('she works until it is over; then the service ends her rights by itself', async () => {
    await end('한결우', '오나린', '2026-11-26')
    expect(await comesIn('오나린')).toBe(true)
    await world.at(days(2), () => asJobs(endLeavers))
    expect(await comesIn('오나린')).toBe(true)
    await world.at(days(3), () => asJobs(endLeavers))
    expect(await comesIn('오나린')).toBe(false)
    expect(await rows('select left_at is not null as gone from staff where id = $1', [staff('오나린')])).toEqual([{ gone: true }])
  })

  test('is taken back as long as it has not come, and is never in the past', async () => {
    await expect(end('한결우', '임보라', '2026-11-23')).rejects.toThrow('core.field.future')
    await end('한결우', '임보라', '2026-11-30')
    await at(() => stayPerson(world.as('한결우'), { staffId: staff('임보라') }))
    await expect(at(() => stayPerson(world.as('한결우'), { staffId: staff('임보라') }))).rejects.toThrow('core.refusal.faster')
  })

  test('what is open on that day cuts her off all the same, and her lead hears that it is nobody’s', async () => {
    const id = await opened(world, { child: '노아린', lead: '반소담', by: '류단우' })
    await end('하도경', '반소담', '2026-11-25')
    await world.at(days(2), () => asJobs(endLeavers))
    await world.at(days(3), () => asJobs(endLeavers))
    expect(await comesIn('반소담')).toBe(false)
    expect(await rows('select lead_id from cases where id = $1', [id])).toEqual([{ lead_id: staff('반소담') }])
    expect([await told('people.ownerless', '류단우'), await told('people.ownerless', '한결우')]).toEqual([1, 0])
    expect([await nobodys('류단우'), await nobodys('서강민'), await nobodys('한결우')]).toEqual([['반소담'], ['반소담'], []])
    await hand('류단우', '반소담', 'LEADS', '류단우', [id])
    expect(await nobodys('류단우')).toEqual([])
    await end('류단우', '반소담')
  })
})

test('her lost telephone is signed out by whoever looks after people, and by nobody else; she signs in again', async () => {
  const open = async () => Number((await world.owner(`select count(*) from sessions where staff_id = $1 and ended_at is null`, [staff('문다희')])).rows[0]?.count)
  for (const [name, why] of [['남기훈', 'core.refusal.notFound'], ['노을기', 'core.refusal.notAllowed'], ['문다희', 'core.refusal.notAllowed']] as const) await expect(at(() => signPersonOut(world.as(name), { staffId: staff('문다희') }))).rejects.toThrow(why)
  expect([await open() > 0, await comesIn('문다희')]).toEqual([true, true])
  await at(() => signPersonOut(world.as('하도경'), { staffId: staff('문다희') }))
  expect([await open(), await comesIn('문다희')]).toEqual([0, false])
  expect(await at(() => signInWithPassword(emailOf('문다희'), demoPassword, { address: '192.0.2.1', userAgent: undefined, chosen: undefined }))).toHaveProperty('key')
  expect((await world.owner(`select staff_id from audit_entries where action = 'session.ended-by-another' and subject_id = $1`, [staff('문다희')])).rows).toEqual([{ staff_id: staff('하도경') }])
})

test('in an emergency she is cut off at once, and her lead is told of what is left', async () => {
  await at(() => suspendPerson(world.as('하도경'), { staffId: staff('고은별') }))
  expect([await comesIn('고은별'), await sees('고은별', led).catch(() => false)]).toEqual([false, false])
  expect([await told('people.ownerless', '남기훈'), await told('people.ownerless', '서강민')]).toEqual([1, 1])
  expect(await nobodys('남기훈')).toEqual(['고은별'])
})

test('an approval ends by one person’s word, at once, never by one’s own', async () => {
  await at(() => endApproval(world.as('한결우'), { staffId: staff('임보라') }))
  expect(await at(() => actorOf(world.as('임보라').sessionKey))).toMatchObject({ cleared: false })
  await expect(at(() => endApproval(world.as('한결우'), { staffId: staff('한결우') }))).rejects.toThrow('colleagues.refusal.own')
})

describe('warnings', () => {
  const warn = (day: number) => world.at(days(day), () => asJobs(warnOfLapses))
  const told14 = async () => [await told('people.ending', '강모아'), await told('people.ending-here', '진서율')]
  const clear = () => world.owner(`delete from graphile_worker._private_jobs where payload ->> 'kind' like 'people.%'`)

  test('thirty days before, seven, and when it has ended, each once; afterwards nothing is readable', async () => {
    await world.owner(`update handling_approvals set valid_until = $1`, [days(300)])
    await world.owner(`update security_trainings set valid_until = $1`, [days(300)])
    await world.owner(`update handling_approvals set valid_until = $1 where staff_id = $2`, [days(40), staff('강모아')])
    await clear()
    await warn(5)
    expect(await told14()).toEqual([0, 0])
    for (const day of [11, 34, 40.5]) {
      await warn(day)
      expect(await told14(), `day ${day}`).toEqual([1, 1])
      await clear()
      await warn(day + 0.2)
      expect(await told14(), `day ${day} again`).toEqual([0, 0])
    }
    expect(await world.at(days(40.5), () => actorOf(world.as('강모아').sessionKey))).toMatchObject({ cleared: false })
  })

  test('a training is recorded for many at once, by others, and counts for a year', async () => {
    const people = ['임보라', '한결우'].map(staff)
    await expect(at(() => trainPeople(world.as('한결우'), { doneOn: '2026-11-20', people }))).rejects.toThrow('colleagues.refusal.own')
    await at(() => trainPeople(world.as('서강민'), { doneOn: '2026-11-20', people }))
    expect(await rows(`select valid_until from security_trainings where staff_id = any($1) and completed_at = '2026-11-20T00:00:00+09:00'`, [people])).toEqual(people.map(() => ({ valid_until: new Date('2027-11-20T00:00:00+09:00') })))
    await expect(at(() => trainPeople(world.as('진서율'), { doneOn: '2026-11-21', people: [staff('임보라')] }))).rejects.toThrow('colleagues.refusal.noneTrained')
  })
})

test('an account nobody uses is warned after 76 days and suspended after 90; its lead hears where work is left', async () => {
  await world.owner(`update accounts set created_at = $1, last_sign_in_at = $2`, [days(-200), days(-10)])
  await world.owner(`update accounts set last_sign_in_at = $1 where staff_id = any($2)`, [days(-80), [staff('송가비')]])
  await opened(world, { child: '나겨울', lead: '송가비', by: '권이안' })
  await at(() => asJobs(sweepDormant))
  await at(() => asJobs(sweepDormant))
  expect([await told('people.dormant', '송가비'), await told('people.dormant', '권이안'), await comesIn('송가비')]).toEqual([1, 0, true])
  await world.at(days(10), () => asJobs(sweepDormant))
  expect([await comesIn('송가비'), await told('people.ownerless', '권이안')]).toEqual([false, 1])
  expect(await rows('select deactivated_why from accounts where staff_id = $1', [staff('송가비')])).toEqual([{ deactivated_why: 'DORMANT' }])
  expect(await rows(`select what, after, by_id from rights_entries where staff_id = $1 and what = 'SUSPENDED'`, [staff('송가비')])).toEqual([{ what: 'SUSPENDED', after: 'DORMANT', by_id: null }])
})

describe('while she is away', () => {
  const inList = (name: string, moment: Date) => world.at(moment, () => asActor(world.as(name), async (tx) => (await myWork(tx, world.as(name))).length))

  test('her deputy finds her turns and hears of them, from the first day to the last and no longer', async () => {
    const id = await opened(world, { child: '문라온', lead: '강모아', by: '진서율' })
    await world.owner(`update handling_approvals set valid_until = $1, revoked_at = null`, [days(300)])
    await world.owner(`update cases set waiting_on = 'STAFF', waiting_staff_id = $1, due_at = $3 where id = $2`, [staff('강모아'), id, days(6)])
    const before = await inList('진서율', days(1))
    await at(() => setAbsence(world.as('강모아'), { staffId: staff('강모아'), from: '2026-11-26', until: '2026-11-27', deputyId: staff('진서율') }))
    expect([await inList('진서율', days(1)), await inList('진서율', days(2)), await inList('진서율', days(4))]).toEqual([before, before + 1, before])
    const hears = (moment: Date) => world.at(moment, () => asJobs((client) => addressees(askWith(client), { officeId: world.ground.officeId, kind: 'case.assigned', path: `/cases/${id}`, staffId: staff('강모아') })))
    expect([(await hears(days(1))).length, (await hears(days(2))).toSorted()]).toEqual([1, [staff('강모아'), staff('진서율')].toSorted()])
  })

  test('nobody names a deputy of another body, or for somebody she does not look after', async () => {
    const absence = { from: '2026-11-26', until: '2026-11-27' }
    await expect(at(() => setAbsence(world.as('강모아'), { staffId: staff('강모아'), ...absence, deputyId: staff('임보라') }))).rejects.toThrow('colleagues.refusal.deputy')
    await expect(at(() => setAbsence(world.as('강모아'), { staffId: staff('진서율'), ...absence, deputyId: staff('강모아') }))).rejects.toThrow('core.refusal.notFound')
    await at(() => clearAbsence(world.as('진서율'), { staffId: staff('강모아') }))
    expect(await rows('select 1 from staff where id = $1 and leave_until is not null', [staff('강모아')])).toEqual([])
  })
})

import { beforeAll, expect, test } from 'vitest'
import { breakGlass } from '#lib/glass/break-glass.ts'
import { remindReviews } from '#lib/jobs/remind-reviews.ts'
import { asActor } from '#lib/core/door.ts'
import { myToday } from '#lib/today/my-today.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { reviewBasis } from '#lib/sharing/review-basis.ts'
import { opened } from '#tests/verbs/cases/cases.ts'
import { asJobs } from '#tests/verbs/jobs/run-job.ts'
import { day, from } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

const world = await makeWorld()
const { ground } = world
let caseId: string
let basisId: string

const rows = async (text: string, values: unknown[] = []) => (await world.owner(text, values)).rows as Record<string, unknown>[]
const basis = async () => (await rows('select review_due_at as due, ended_at as ended from lawful_bases where id = $1', [basisId]))[0]
const review = (by: string, outcome: 'KEEP' | 'END', at = from(8 * day)) => world.at(at, () => reviewBasis(world.as(by), { basisId, outcome, remark: '아직 위험해요' }))
const due = (name: string, at: Date) => world.at(at, async () => (await asActor(world.as(name), (tx) => myToday(tx, world.as(name)))).judging.bases.map(({ id, caseId: of }) => ({ id, of })))
const told = async () => (await rows(`select p.payload ->> 'kind' as kind, s.name from graphile_worker._private_jobs p join staff s on s.id::text = p.payload ->> 'staffId' where p.payload ->> 'kind' in ('basis.review', 'glass.review') order by 1, 2`)).map(({ kind, name }) => [kind, name].join(' '))

beforeAll(async () => {
  caseId = await opened(world, { child: '노아린', lead: '반소담', by: '류단우' })
  await world.at(morning, () => recordBasis(world.as('반소담'), { caseId, recipientId: ground.agencyIds['NGO1'] ?? '', kind: 'URGENT_RISK', reason: '급해요', items: ['ECON'], validUntil: '2026-12-20' }))
  basisId = String((await rows('select id from lawful_bases'))[0]?.['id'])
})

test('it stands in the day of whoever may judge it before it is due, and not of who recorded it', async () => {
  expect(await due('류단우', from(-day))).toEqual([])
  for (const name of ['류단우', '서강민', '문다희']) expect([name, await due(name, from(day))]).toEqual([name, [{ id: basisId, of: caseId }]])
  expect(await due('반소담', from(day))).toEqual([])
})

test('overdue, those who judge are reminded each day by a reference alone, of a broken glass too', async () => {
  await world.owner('delete from graphile_worker._private_jobs')
  await world.owner('update sessions set proven_at = $1', [morning])
  await world.at(morning, () => breakGlass(world.as('문다희'), { studentId: world.studentIds['노아린'] ?? '', code: 'CHILD_IN_DANGER', reason: '아이가 위험할 수 있어요', minutes: '30', password: '' }))
  await world.owner('delete from graphile_worker._private_jobs')
  await world.at(from(day / 2), () => asJobs(remindReviews))
  expect(await told()).toEqual([])
  await world.at(from(8 * day), () => asJobs(remindReviews))
  const after = await told()
  expect(after).toEqual(expect.arrayContaining(['basis.review 류단우', 'basis.review 서강민', 'glass.review 서강민']))
  expect(after.filter((line) => /문다희|반소담/.test(line))).toEqual([])
  await world.at(from(8 * day), () => asJobs(remindReviews))
  expect(await told()).toEqual(after)
})

test('never by who recorded it, nor by a role that decides nothing', async () => {
  await world.owner(`update lawful_bases set recorded_by_id = $1 where id = $2`, [world.as('류단우').staffId, basisId])
  await expect(review('류단우', 'KEEP')).rejects.toThrow('sharing.refusal.ownBasis')
  await expect(review('반소담', 'KEEP')).rejects.toThrow('core.refusal.notAllowed')
  await expect(world.sql('류단우', `insert into basis_reviews (id, office_id, basis_id, case_id, outcome, remark, by_id, at) values (gen_random_uuid(), $1, $2, $3, 'KEEP', 'x', $4, app.now())`, [ground.officeId, basisId, caseId, world.as('류단우').staffId])).rejects.toThrow('row-level security')
  await expect(world.sql('서강민', `update lawful_bases set review_due_at = app.now() + interval '1 year' where id = $1`, [basisId])).rejects.toThrow('basis_review')
})

test('kept, it is looked at again after the days of its kind and not after its end; the case tells of it', async () => {
  await review('서강민', 'KEEP')
  expect((await basis())?.['due']).toEqual(from(15 * day))
  await world.at(from(8 * day), () => asJobs(remindReviews))
  expect(await rows(`select count(*)::int as n from events where case_id = $1 and type = 'basis.reviewed'`, [caseId])).toEqual([{ n: 1 }])
  expect(await due('서강민', from(8 * day))).toEqual([])
  expect(await due('서강민', from(9 * day))).toEqual([{ id: basisId, of: caseId }])
})

test('no longer needed, it ends at once', async () => {
  await review('서강민', 'END')
  expect((await basis())?.['ended']).not.toBeNull()
  await expect(review('문다희', 'KEEP')).rejects.toThrow('sharing.ending.cannot')
})

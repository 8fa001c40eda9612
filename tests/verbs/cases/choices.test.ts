import { beforeAll, describe, expect, test } from 'vitest'
import { addMember } from '#lib/cases/add-member.ts'
import { teamChoices, waitsChoicesOf } from '#lib/cases/choices.ts'
import { levelHistory } from '#lib/cases/level-history.ts'
import { openingOf } from '#lib/cases/opening.ts'
import { printedCase } from '#lib/cases/printed-case.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { putConsent, putReferral } from '#tests/verbs/today/put.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'
import { opened } from './cases.ts'

/* What the pages of a case's deeds ask, and what they are answered. */

let world: World
let id: string
const staff = (name: string) => world.ground.staffIds[name] ?? ''
const child = (name: string) => world.studentIds[name] ?? ''
const ask = <T>(name: string, question: (tx: Tx, actor: Actor) => Promise<T>) => world.at(morning, () => asActor(world.as(name), (tx) => question(tx, world.as(name))))
/** The agencies one may choose people of. */
const agencies = async (name: string, of: string) => (await ask(name, (tx, actor) => teamChoices(tx, actor, child(of)))).map(({ label }) => label)

beforeAll(async () => {
  world = await makeWorld()
  await putConsent(world, '박이든', 'NGO1', ['ECON'])
  id = await opened(world, { child: '박이든', lead: '강모아', by: '진서율' })
  await world.at(morning, () => addMember(world.as('강모아'), { caseId: id, staffId: staff('도서진'), relation: 'MEMBER' }))
})

describe('whose people may be chosen', () => {
  test('the child’s own school first, then the centre, bodies inside the circle, and partners only on a ground', async () => {
    const found = await agencies('진서율', '박이든')
    expect(found.slice(0, 2)).toEqual(['다온누리초', '가온통합지원센터'])
    expect(found).toContain('한걸음나눔재단')
    for (const other of ['가람솔초', '나래동 복지팀', '새움아보전', '시교육청']) expect(found).not.toContain(other)
  })

  test('nobody’s people for whoever does not look after the child', async () => {
    for (const name of ['남기훈', '임보라', '정하람', '노을기', '하도경', '차시온']) expect({ name, found: await agencies(name, '박이든') }).toEqual({ name, found: [] })
    // A partner of the team leads nobody in.
    expect(await agencies('도서진', '박이든')).toEqual([])
  })

  test('before there is a case, a partner with both consents may be chosen to lead it', async () => {
    expect(await agencies('진서율', '오단비')).not.toContain('한들 드림스타트')
    await putConsent(world, '오단비', 'DS', ['HEALTH'])
    expect(await agencies('진서율', '오단비')).toContain('한들 드림스타트')
    await world.owner(`update consents set withdrawn_at = $1 where student_id = $2 and subject = 'GUARDIAN'`, [morning, child('오단비')])
    expect(await agencies('진서율', '오단비')).not.toContain('한들 드림스타트')
  })

  test('no one of an office that keeps no cases, nor who has left', async () => {
    await world.owner('update staff set left_at = $1 where id = $2', [morning, staff('배온유')])
    const people = (await ask('진서율', (tx, actor) => teamChoices(tx, actor, child('박이든')))).flatMap(({ options }) => options.map(({ value }) => value))
    for (const name of ['배온유', '노을기', '하도경']) expect(people).not.toContain(staff(name))
    expect(people).toContain(staff('문다희'))
  })
})

test('whose turn it can be: the team’s agencies come with their people, the others as a whole, for a partner too', async () => {
  for (const name of ['강모아', '도서진']) {
    const { people, agencies: whole } = await ask(name, (tx, actor) => waitsChoicesOf(tx, actor, { id, schoolId: world.ground.agencyIds['S2'] ?? '' }))
    expect(people.map(({ label }) => label)).toEqual(expect.arrayContaining(['다온누리초', '가온통합지원센터', '한걸음나눔재단']))
    expect(people[0]?.options.map(({ value }) => value)).toContain(`STAFF:${staff('강모아')}`)
    expect(whole.map(({ label }) => label)).toContain('나래동 복지팀')
    expect(whole.map(({ label }) => label)).not.toContain('가람솔초')
  }
})

test('how the level came about is for the circle alone', async () => {
  const seen = async (name: string) => (await ask(name, (tx, actor) => levelHistory(tx, actor, id))).map(({ decided, by }) => [decided, by])
  for (const name of ['강모아', '진서율', '문다희']) expect(await seen(name)).toEqual([['HIGH', '진서율']])
  for (const name of ['도서진', '남기훈']) expect(await seen(name)).toEqual([])
})

describe('opening a case begins', () => {
  const begin = (name: string, asked: Record<string, unknown>) => ask(name, (tx, actor) => openingOf(tx, actor, asked))

  test('with a child who has nothing open, and people to choose from', async () => {
    expect(await begin('남기훈', { student: child('서지안') })).toMatchObject({ kind: 'READY', referral: null, student: { name: '서지안' } })
  })

  test('at the case that is open already, or at the referral that waits', async () => {
    expect(await begin('진서율', { student: child('박이든') })).toMatchObject({ kind: 'CASE', caseId: id })
    const referralId = await putReferral(world, { child: '김지우', school: 'S3', applicant: '고은별', responsible: 'S3' })
    expect(await begin('남기훈', { student: child('김지우') })).toMatchObject({ kind: 'REFERRAL', referralId })
    expect(await begin('남기훈', { referral: referralId })).toMatchObject({ kind: 'READY', referral: { referral: { written: { sentence: '걱정돼요' } } } })
  })

  test('nowhere for another school, a child that does not exist, or an address made up', async () => {
    expect(await begin('한결우', { student: child('박이든') })).toBeNull()
    expect(await begin('진서율', { student: '00000000-0000-7000-8000-000000000000' })).toBeNull()
    expect(await begin('진서율', { student: "' or true --" })).toBeNull()
    expect(await begin('진서율', { referral: ['a', 'b'] })).toBeNull()
  })
})

test('what is printed is what its reader sees, and that it was printed is on record', async () => {
  const types = async (name: string) => (await ask(name, (tx, actor) => printedCase(tx, actor, id))).entries.map(({ type }) => type)
  expect(await types('강모아')).toEqual(['case.opened', 'case.member-added'])
  expect(await types('도서진')).toEqual(['case.opened', 'case.member-added'])
  expect(await types('남기훈')).toEqual([])
  const { rows } = await world.owner(`select staff_id from audit_entries where case_id = $1 and action = 'case.printed' order by id`, [id])
  expect(rows.map((row: { staff_id: string }) => row.staff_id)).toEqual(['강모아', '도서진'].map(staff))
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { AlreadyDone, NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { answerLink, openLink, readLink } from '#lib/sharing/family.ts'
import { familyAddress } from '#lib/sharing/shown-link.ts'
import { recordRound } from '#lib/sharing/record-round.ts'
import { EndRoundLinks, RecordRound, SendRoundLinks, StartRound } from '#lib/sharing/round.ts'
import { endRoundLinks, sendRoundLinks } from '#lib/sharing/round-links.ts'
import { familiesOf, hasAnswered, roundLinks, roundsOf, type RoundFamily } from '#lib/sharing/rounds.ts'
import { startRound } from '#lib/sharing/start-round.ts'
import { from, putCase } from '#tests/verbs/today/put.ts'
import { makeWorld, morning } from '#tests/world.ts'

/* A class is asked on the telephone: a link for each person, as many at once, and behind each that person's form alone. */

const world = await makeWorld()
afterAll(closeIdentityDoor)
const { ground } = world
const S2 = ground.agencyIds['S2'] ?? ''
const NGO1 = ground.agencyIds['NGO1'] ?? ''
let roundId = ''
let caseId = ''

const at = <T>(deed: () => Promise<T>, moment = morning) => world.at(moment, deed)
const families = () => at(() => asActor(world.as('강모아'), (tx) => familiesOf(tx, world.as('강모아'), roundId)))
const links = (name = '강모아', moment = morning) => at(() => asActor(world.as(name), (tx) => roundLinks(tx, world.as(name), roundId)), moment)
const send = (to: string[], name = '강모아', form?: { key: string; digest: Uint8Array<ArrayBuffer> }) => at(() => sendRoundLinks({ ...world.as(name), ...(form ? { form } : {}) }, SendRoundLinks.parse({ roundId, to })))
const guardianOf = ({ formId, guardians }: RoundFamily, nth = 0) => `${formId}.${guardians[nth]?.id}`
const asked = async () => (await families()).filter(({ apart }) => !apart)

beforeAll(async () => {
  const { rows } = await world.owner(`select s.id, s.name from students s where s.school_id = $1 and s.left_at is null and exists (select from guardian_links g where g.student_id = s.id and g.ended_at is null) order by s.name limit 4`, [S2])
  const pupils = rows as { id: string; name: string }[]
  // A case of which she who counsels at the school knows nothing; and a family that nobody of the roster speaks for.
  caseId = await putCase(world, { child: pupils[0]?.name ?? '', school: 'S2', lead: '진서율', leadAgency: 'S2' })
  await world.owner('update guardian_links set ended_at = $2 where student_id = $1', [pupils[3]?.id, morning])
  await world.owner(`update guardians set language = 'vi' where id in (select guardian_id from guardian_links where student_id = $1)`, [pupils[0]?.id])
  const path = await at(() => startRound(world.as('강모아'), StartRound.parse({ schoolId: S2, schoolYear: '2026', students: pupils.map(({ id }) => id), recipients: [NGO1], purpose: '학기 중 생활 지원', items: ['ECON'] })))
  roundId = path.split('/').at(-1) ?? ''
})

test('what is refused, and makes no link: another school’s, a partner’s, a family asked separately, a guardian of another child, a form of another round', async () => {
  const [one, other] = await asked()
  const apart = (await families()).find((family) => family.apart)
  if (!one || !other || !apart) throw new Error('three families')
  await expect(send([`${one.formId}.STUDENT`], '도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(send([`${one.formId}.STUDENT`], '윤채담')).rejects.toBeInstanceOf(NotFound)
  await expect(send([`${apart.formId}.STUDENT`])).rejects.toMatchObject({ field: 'to', message: 'rounds.refusal.apart' })
  for (const person of [`${one.formId}.${other.guardians[0]?.id}`, `${randomUUID()}.STUDENT`, `${one.formId}.${randomUUID()}`]) {
    await expect(send([guardianOf(one), person])).rejects.toMatchObject({ field: 'to', message: 'core.refusal.foreign' })
  }
  for (const to of [[], ['x'], [`${one.formId}.MOTHER`]]) expect(SendRoundLinks.safeParse({ roundId, to }).success).toBe(false)
  expect((await world.owner('select from consent_links')).rowCount).toBe(0)
})

test('one press makes a link for each of them, twice pressed once; address and PIN are shown to whoever sent them, for ten minutes', async () => {
  const people = (await asked()).flatMap((family) => [`${family.formId}.STUDENT`, guardianOf(family)])
  const form = { key: randomUUID(), digest: new Uint8Array(32) }
  await send(people, '강모아', form)
  await expect(send(people, '강모아', form)).rejects.toBeInstanceOf(AlreadyDone)
  const made = await links()
  expect(made).toHaveLength(people.length)
  expect(made.every(({ state, shown }) => state === 'WAITING' && shown)).toBe(true)
  expect(new Set(made.map(({ shown }) => shown?.token)).size).toBe(people.length)
  expect((await links('강모아', from(11 * 60_000))).some(({ shown }) => shown)).toBe(false)
  expect((await links('진서율')).map(({ shown }) => shown)).toEqual(made.map(() => null))
  expect(await links('윤채담')).toEqual([])
  expect((await world.owner(`select from audit_entries where action = 'round.links-sent' and subject_id = $1`, [roundId])).rowCount).toBe(1)
})

test('each link opens its own form, in the family’s language; the answer is counted, and of a case nobody hears who does not know of it', async () => {
  const found = await asked()
  const family = found.find(({ language }) => language === 'vi')
  if (!family) throw new Error('a family')
  const link = (await links()).find(({ formId, guardianId }) => formId === family.formId && guardianId !== null)
  const { token = '', pin = '' } = link?.shown ?? {}
  expect(familyAddress({ token, pin }, family.language)).toBe(`http://localhost:3000/consent/${token}?lang=vi`)
  const opened = await at(() => openLink(token, pin, '192.0.2.9'))
  const key = opened && 'key' in opened ? opened.key : ''
  expect(await at(() => readLink(token, key))).toMatchObject({ student: family.student, number: family.number, subject: 'GUARDIAN' })
  const notices = async () => Number((await world.owner(`select count(*) as n from graphile_worker.jobs where task_identifier = 'notice'`)).rows[0].n)
  const before = await notices()
  expect(await at(() => answerLink(token, key, 'vi', { [`agrees-${NGO1}`]: 'yes', typed: 'Nguyễn', typedConfirmed: 'on', confirmed: 'on', relation: 'mẹ' }, '192.0.2.9'))).toBe('ANSWERED')
  expect(await notices()).toBe(before)
  // It stands on the timeline of the case, and in the round.
  expect((await world.owner(`select from events where case_id = $1 and type = 'consent.recorded'`, [caseId])).rowCount).toBe(1)
  const [now] = (await families()).filter(({ formId }) => formId === family.formId)
  expect(now && [hasAnswered(now, 'GUARDIAN'), hasAnswered(now, 'STUDENT')]).toEqual([true, false])
  expect((await at(() => asActor(world.as('강모아'), (tx) => roundsOf(tx, world.as('강모아'), roundId))))[0]).toMatchObject({ back: 0 })
  await expect(send([guardianOf(family)])).rejects.toMatchObject({ field: 'to', message: 'rounds.refusal.answered' })
})

test('who could not be asked on paper may be asked by telephone', async () => {
  const [family] = (await asked()).filter((one) => !hasAnswered(one, 'STUDENT') && !hasAnswered(one, 'GUARDIAN'))
  if (!family) throw new Error('a family')
  await at(() => recordRound(world.as('강모아'), RecordRound.parse({ roundId, line0: `${family.formId}.${NGO1}`, student0: 'UNABLE' })))
  await send([`${family.formId}.STUDENT`])
  expect((await links()).filter(({ formId, guardianId, state, shown, student }) => formId === family.formId && guardianId === null && state === 'WAITING' && shown && student === family.student)).toHaveLength(1)
})

test('when the school year is over nothing is asked for it, and nothing written down', async () => {
  const [family] = (await asked()).filter((one) => !hasAnswered(one, 'GUARDIAN'))
  const march = new Date('2027-03-02T09:00:00+09:00')
  const over = (deed: (actor: Actor) => Promise<string>) => expect(at(() => deed(world.as('강모아')), march)).rejects.toMatchObject({ message: 'rounds.refusal.over', status: 409 })
  await over((actor) => sendRoundLinks(actor, SendRoundLinks.parse({ roundId, to: [`${family?.formId}.STUDENT`] })))
  await over((actor) => recordRound(actor, RecordRound.parse({ roundId, line0: `${family?.formId}.${NGO1}`, guardian0: 'REFUSED', who0: family?.guardians[0]?.id })))
})

test('a new link ends the older one of the same person; ended at once, none of them opens', async () => {
  const [one, other] = (await asked()).filter((family) => !hasAnswered(family, 'GUARDIAN'))
  if (!one || !other) throw new Error('two families')
  const tokenOf = async ({ formId }: RoundFamily) => (await links()).find((link) => link.formId === formId && link.guardianId !== null)?.shown
  const older = await tokenOf(one)
  await send([guardianOf(one)])
  const newer = await tokenOf(one)
  expect(await at(() => openLink(older?.token ?? '', older?.pin ?? '', '192.0.2.1'))).toBeNull()
  const end = (name = '강모아') => at(() => endRoundLinks(world.as(name), EndRoundLinks.parse({ roundId })))
  await expect(end('도서진')).rejects.toBeInstanceOf(NotAllowed)
  await expect(end('윤채담')).rejects.toBeInstanceOf(NotFound)
  const third = await tokenOf(other)
  await end()
  for (const link of [newer, third]) expect(await at(() => openLink(link?.token ?? '', link?.pin ?? '', '192.0.2.2'))).toBeNull()
  await expect(end()).rejects.toBeInstanceOf(NotNow)
})

import { randomBytes } from 'node:crypto'
import { encode, type JWT } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { endSession } from '#lib/access/end-session.ts'
import { endOwnSession, ownSessions } from '#lib/access/own-sessions.ts'
import { enterWithPassword, sessionKeyIn } from '#lib/access/next-auth.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { env } from '#lib/core/env.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast, demoPassword } from '#prisma/seed/cast.ts'
import { setDatabaseTime } from '#tests/database.ts'
import { makeWorld, morning, type World } from '#tests/world.ts'

let world: World
const person = '임보라'

beforeAll(async () => {
  world = await makeWorld()
})

beforeEach(() => setDatabaseTime(morning))
afterAll(closeIdentityDoor)

/** Signs in as a browser does, and returns its cookie. */
async function browser(name = person): Promise<string> {
  const email = cast.find((member) => member.name === name)?.email ?? ''
  const entry = await enterWithPassword(email, demoPassword, { address: '192.0.2.1', userAgent: 'a browser', chosen: undefined })
  if (!('cookie' in entry)) throw new Error('was not let in')
  return entry.cookie.value
}

const keyIn = (cookie: string) => sessionKeyIn({ get: () => ({ value: cookie }) })

/** Who a browser with this cookie is, asked anew as at each request. */
async function whoIs(cookie: string): Promise<string | undefined> {
  const key = await keyIn(cookie)
  return key === null ? undefined : (await actorOf(key))?.name
}

/** How many children she sees. */
async function childrenSeen(cookie: string): Promise<number> {
  return asActor({ sessionKey: (await keyIn(cookie)) ?? '' }, (tx) => tx.student.count())
}

describe('a session', () => {
  test('is the person’s from one request to the next', async () => {
    const cookie = await browser()
    expect([await whoIs(cookie), await whoIs(cookie)]).toEqual([person, person])
    expect(await childrenSeen(cookie)).toBeGreaterThan(0)
  })

  test('ends with signing out: at the next access, in every process; other browsers stay', async () => {
    const [here, there] = [await browser(), await browser()]
    await endSession((await keyIn(here)) ?? '')
    expect([await whoIs(here), await whoIs(there)]).toEqual([undefined, person])
    expect(await childrenSeen(here)).toBe(0)
    const { rows } = await world.owner(`select end_reason from sessions where ended_at is not null`)
    expect(rows).toEqual([{ end_reason: 'SIGNED_OUT' }])
  })

  test.each([
    ['the account is deactivated', `update accounts set deactivated_at = $2 where staff_id = $1`],
    ['the person leaves', `update staff set left_at = $2 where id = $1`],
    ['the body she works for ends', `update agencies set ended_at = $2 where id = (select agency_id from staff where id = $1)`],
    ['an administrator ends it', `update sessions set ended_at = $2 where staff_id = $1`],
  ])('ends when %s, at the next access', async (_name, deed) => {
    const cookie = await browser()
    const { staffId } = world.as(person)
    await world.owner(deed, [staffId, morning])
    expect(await whoIs(cookie)).toBeUndefined()
    expect(await childrenSeen(cookie)).toBe(0)
    await world.owner(deed, [staffId, null])
    // Whoever has left comes back by two persons' word alone; here by the owner's hand.
    await world.owner('update accounts set deactivated_at = null where staff_id = $1', [staffId])
    await world.owner('update handling_approvals set revoked_at = null where staff_id = $1', [staffId])
  })

  test.each([
    ['the handling approval is revoked', `update handling_approvals set revoked_at = $2 where staff_id = $1`, null],
    ['the handling approval ends', `update handling_approvals set valid_until = $2 where staff_id = $1`, new Date(morning.getTime() + 9e9)],
    ['the yearly training ends', `update security_trainings set valid_until = $2 where staff_id = $1`, new Date(morning.getTime() + 9e9)],
  ])('shows no child any more when %s, at the next access', async (_name, deed, before) => {
    const cookie = await browser()
    const { staffId } = world.as(person)
    await world.owner(deed, [staffId, morning])
    expect(await actorOf((await keyIn(cookie)) ?? '')).toMatchObject({ name: person, cleared: false })
    expect(await childrenSeen(cookie)).toBe(0)
    await world.owner(deed, [staffId, before])
    expect(await childrenSeen(cookie)).toBeGreaterThan(0)
  })

  test('is over after ten hours, however busily it is used', async () => {
    const cookie = await browser()
    for (let minutes = 25; minutes < 600; minutes += 25) {
      await setDatabaseTime(new Date(morning.getTime() + minutes * 60_000))
      await whoIs(cookie)
    }
    await setDatabaseTime(new Date(morning.getTime() + 10 * 3_600_000 - 1_000))
    expect(await whoIs(cookie)).toBe(person)
    await setDatabaseTime(new Date(morning.getTime() + 10 * 3_600_000 + 1_000))
    expect(await whoIs(cookie)).toBeUndefined()
    expect(await childrenSeen(cookie)).toBe(0)
  })

  test('is over after half an hour without a request, or what the office says, and reading from elsewhere does not count', async () => {
    const [used, idle] = [await browser(), await browser()]
    const at = (minutes: number) => setDatabaseTime(new Date(morning.getTime() + minutes * 60_000))
    await at(20)
    expect(await whoIs(used)).toBe(person)
    await at(29)
    // What a live channel reads, it reads within the session and not as a request of hers.
    expect(await childrenSeen(idle)).toBeGreaterThan(0)
    await at(31)
    expect([await whoIs(used), await whoIs(idle)]).toEqual([person, undefined])
    expect(await childrenSeen(idle)).toBe(0)
    await world.owner('update offices set idle_minutes = 10')
    await at(42)
    expect(await whoIs(used)).toBeUndefined()
    await world.owner('update offices set idle_minutes = 30')
  })

  test('is listed to its person with the others, who can end each of her own and nobody else’s', async () => {
    const [here, there, others] = [await browser(), await browser(), await browser('문다희')]
    const asHere = async () => (await actorOf((await keyIn(here)) ?? '')) ?? world.as(person)
    const listed = async (actor: Actor) => world.at(morning, () => asActor(actor, ownSessions))
    const mine = await listed(await asHere())
    expect(mine[0]).toMatchObject({ here: true, address: '192.0.2.1', phone: false })
    const theirs = await listed((await actorOf((await keyIn(others)) ?? '')) ?? world.as('문다희'))
    const stranger = theirs.find(({ here: now }) => now)?.id ?? ''
    const end = async (sessionId: string) => world.at(morning, async () => endOwnSession(await asHere(), { sessionId }))
    await expect(end(stranger)).rejects.toThrow('core.refusal.notFound')
    // Eleven minutes after she signed in she shows first that it is she (settings), and nothing is ended before.
    const later = new Date(morning.getTime() + 11 * 60_000)
    const other = mine.find(({ here: now }) => !now)?.id ?? ''
    await expect(world.at(later, async () => endOwnSession(await asHere(), { sessionId: other }))).rejects.toThrow('access.proof.needed')
    await setDatabaseTime(morning)
    expect(await whoIs(there)).toBe(person)
    for (const { id, here: now } of mine) if (!now) await end(id)
    expect([await whoIs(here), await whoIs(there), await whoIs(others)]).toEqual([person, undefined, '문다희'])
    const { rows } = await world.owner(`select 1 from audit_entries where action = 'session.ended-elsewhere'`)
    expect(rows.length).toBe(mine.length - 1)
  })

  test('that was carried off cannot be prolonged by carrying it back', async () => {
    const cookie = await browser()
    await endSession((await keyIn(cookie)) ?? '')
    await endSession((await keyIn(cookie)) ?? '')
    expect(await whoIs(cookie)).toBeUndefined()
  })
})

describe('a cookie that we did not make opens nothing', () => {
  const sealed = (token: JWT, secret = env().secret, maxAge = 3_600) => encode({ token, secret, maxAge })
  const somebody = () => world.as('문다희').sessionKey

  test.each<[string, () => Promise<string> | string]>([
    ['nonsense', () => 'nonsense'],
    ['an empty one', () => ''],
    ['a key without its envelope', somebody],
    ['an envelope sealed with another secret', () => sealed({ key: somebody() }, 'another secret of another forty characters')],
    ['one that is too old', () => sealed({ key: somebody() }, undefined, -60)],
    ['one without a key', () => sealed({ name: '문다희' })],
    ['one whose key is no text', () => sealed({ key: { $ne: '' } })],
    ['one with a key of nobody', () => sealed({ key: randomBytes(32).toString('hex') })],
    ['one with more than a key', () => sealed({ key: `${somebody()}'; --` })],
    ['one that was altered', async () => (await sealed({ key: somebody() })).replace(/.{6}$/, 'AAAAAA')],
    ['one that was cut', async () => (await sealed({ key: somebody() })).slice(0, -8)],
  ])('%s', async (_name, make) => {
    expect(await whoIs(await make())).toBeUndefined()
  })

  test('(the same with a true key is a session: the tests above can fail)', async () => {
    expect(await whoIs(await sealed({ key: somebody() }))).toBe('문다희')
  })
})

describe('the database knows only hashes of keys, and shows not even those', () => {
  test.each(['select * from sessions', 'select password_hash from accounts', 'select email from accounts', 'select * from external_identities', 'select * from sign_in_attempts'])('the application may not: %s', async (query) => {
    await expect(world.sql('문다희', query)).rejects.toMatchObject({ code: '42501' })
  })

  test.each<[string, string]>([
    ['her number', 'staff_id::text'],
    ['her session’s number', 'id::text'],
    ['the hash of her key', `encode(key_hash, 'hex')`],
  ])('claiming to be somebody by %s is of no use', async (_name, column) => {
    const { rows } = await world.owner(`select ${column} as claim from sessions where staff_id = $1 limit 1`, [world.as('문다희').staffId])
    expect(await asActor({ sessionKey: String(rows[0]?.claim) }, (tx) => tx.student.count())).toBe(0)
    expect(await asActor({ sessionKey: world.as('문다희').sessionKey }, (tx) => tx.student.count())).toBeGreaterThan(0)
  })
})

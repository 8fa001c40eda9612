import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actorOf } from '#lib/access/actor-of.ts'
import { leaveForProvider, returnFromProvider, sessionKeyIn, type Cookie, type Entry } from '#lib/access/next-auth.ts'
import { signInWithIdentity, type Arrival } from '#lib/access/sign-in.ts'
import { env } from '#lib/core/env.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { openIdProvider, type TestProvider } from './provider.ts'

const redirectUri = 'http://localhost:3000/api/auth/callback/oidc'
const arrival: Arrival = { address: '192.0.2.1', userAgent: 'a browser', chosen: undefined }
const emailOf = (name: string) => cast.find((member) => member.name === name)?.email ?? ''

let world: World
let provider: TestProvider

beforeAll(async () => {
  provider = await openIdProvider(redirectUri, 'when asked')
  Object.assign(process.env, { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'hanai', OIDC_CLIENT_SECRET: 'a secret of this test' })
  world = await makeWorld()
})

beforeEach(async () => {
  provider.people.clear()
  provider.lie = undefined
  await world.owner('delete from external_identities')
})

afterAll(async () => {
  provider.stop()
  await closeIdentityDoor()
})

/** What the browser brings back: the query of the address, and the cookies it was given. */
interface Journey {
  query: Record<string, string>
  cookies: Record<string, string>
}

async function travel(subject: string, next = '/'): Promise<Journey> {
  const { location, cookies } = await leaveForProvider(next, arrival)
  if (!location) throw new Error('the application sent nobody anywhere')
  return { query: await provider.visit(location, subject), cookies: jarOf(cookies) }
}

const jarOf = (cookies: Cookie[]) => Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
const arrive = ({ query, cookies }: Journey) => returnFromProvider(query, cookies, arrival)

async function nameOf(entry: Entry | undefined): Promise<string | undefined> {
  if (!entry || !('cookie' in entry)) return undefined
  const key = await sessionKeyIn({ get: () => entry.cookie })
  return key === null ? undefined : (await actorOf(key))?.name
}

const identities = async () => (await world.owner(`select x.subject, s.name from external_identities x join staff s on s.id = x.staff_id order by 1`)).rows

describe('coming back from the provider', () => {
  test('the first time, a verified address leads to its account, which is tied to the identity', async () => {
    provider.people.set('sub-1', { email: emailOf('윤채담').toUpperCase(), verified: true })
    const { entry, next } = await arrive(await travel('sub-1', '/cases?tab=mine'))
    expect(await nameOf(entry)).toBe('윤채담')
    expect(next).toBe('/cases?tab=mine')
    expect(await identities()).toEqual([{ subject: 'sub-1', name: '윤채담' }])
    const { rows } = await world.owner(`select method, user_agent from sessions where method = 'OIDC'`)
    expect(rows).toEqual([{ method: 'OIDC', user_agent: 'a browser' }])
  })

  test('from then on the identity counts, whatever address it has by now', async () => {
    provider.people.set('sub-1', { email: emailOf('윤채담'), verified: true })
    await arrive(await travel('sub-1'))
    provider.people.set('sub-1', { email: emailOf('문다희'), verified: true })
    expect(await nameOf((await arrive(await travel('sub-1'))).entry)).toBe('윤채담')
    provider.people.set('sub-1', {})
    expect(await nameOf((await arrive(await travel('sub-1'))).entry)).toBe('윤채담')
  })

  test.each<[string, { email?: string; verified?: boolean }]>([
    ['an address that belongs to nobody here', { email: 'nobody@demo.example', verified: true }],
    ['an address the provider has not verified', { email: 'moon.dahee@demo.example', verified: false }],
    ['no address at all', {}],
  ])('%s lets nobody in and ties nothing', async (_name, person) => {
    provider.people.set('sub-2', person)
    const { entry, cookies } = await arrive(await travel('sub-2'))
    expect(entry).toEqual({ wrong: true })
    expect(cookies.filter(({ name, value }) => name === 'hanai.session' && value !== '')).toEqual([])
    expect(await identities()).toEqual([])
  })

  test('a second identity with the same address is refused, and the first stays', async () => {
    provider.people.set('sub-3', { email: emailOf('고은별'), verified: true }).set('sub-4', { email: emailOf('고은별'), verified: true })
    await arrive(await travel('sub-3'))
    expect((await arrive(await travel('sub-4'))).entry).toEqual({ wrong: true })
    expect(await identities()).toEqual([{ subject: 'sub-3', name: '고은별' }])
  })

  test('so it is when both arrive in the same moment', async () => {
    const both = await Promise.all(Array.from({ length: 8 }, (_, at) => signInWithIdentity(provider.issuer, `sub-at-once-${at}`, emailOf('남기훈'), arrival)))
    expect(both.filter((one) => 'key' in one)).toHaveLength(1)
    expect(await identities()).toHaveLength(1)
  })

  test.each([
    ['has been deactivated', `update accounts set deactivated_at = $2 where staff_id = $1`],
    ['belongs to somebody who has left', `update staff set left_at = $2 where id = $1`],
  ])('an account that %s is entered by no identity, tied or not', async (_name, deed) => {
    const { staffId } = world.as('강모아')
    provider.people.set('sub-5', { email: emailOf('강모아'), verified: true })
    expect(await nameOf((await arrive(await travel('sub-5'))).entry)).toBe('강모아')
    await world.owner(deed, [staffId, new Date('2026-01-01')])
    expect((await arrive(await travel('sub-5'))).entry).toEqual({ wrong: true })
    await world.owner('delete from external_identities')
    expect((await arrive(await travel('sub-5'))).entry).toEqual({ wrong: true })
    await world.owner(deed, [staffId, null])
    await world.owner('update accounts set deactivated_at = null where staff_id = $1', [staffId])
  })
})

describe('a way back that was tampered with leads nowhere', () => {
  beforeEach(() => {
    provider.people.set('sub-6', { email: emailOf('문다희'), verified: true })
  })

  const cookieNamed = (journey: Journey, part: string) => Object.keys(journey.cookies).find((name) => name.includes(part)) ?? ''
  const without = (journey: Journey, part: string): Journey => ({ ...journey, cookies: Object.fromEntries(Object.entries(journey.cookies).filter(([name]) => !name.includes(part))) })
  /** The same journey with one cookie of another one of the same browser. */
  const swapped = (journey: Journey, other: Journey, part: string): Journey => ({ ...journey, cookies: { ...journey.cookies, [cookieNamed(journey, part)]: other.cookies[cookieNamed(other, part)] ?? '' } })

  test.each<[string, (mine: Journey, other: Journey) => Journey]>([
    ['another state in the address', (mine) => ({ ...mine, query: { ...mine.query, state: 'another' } })],
    ['no state in the address', (mine) => ({ ...mine, query: Object.fromEntries(Object.entries(mine.query).filter(([name]) => name !== 'state')) })],
    ['no state in the browser', (mine) => without(mine, 'state')],
    ['the state of another journey', (mine, other) => swapped(mine, other, 'state')],
    ['no proof of the code', (mine) => without(mine, 'pkce')],
    ['the proof of another journey’s code', (mine, other) => swapped(mine, other, 'pkce')],
    ['no nonce in the browser', (mine) => without(mine, 'nonce')],
    ['the nonce of another journey', (mine, other) => swapped(mine, other, 'nonce')],
    ['the code of another journey', (mine, other) => ({ ...mine, query: { ...mine.query, code: other.query['code'] ?? '' } })],
    ['a made-up code', (mine) => ({ ...mine, query: { ...mine.query, code: 'made up' } })],
    ['another provider’s name', (mine) => ({ ...mine, query: { ...mine.query, iss: 'https://elsewhere.example' } })],
    ['somebody else’s browser', (mine) => ({ ...mine, cookies: {} })],
    ['a refusal of the provider', (mine) => ({ ...mine, query: { error: 'access_denied', state: mine.query['state'] ?? '' } })],
    ['nothing', () => ({ query: {}, cookies: {} })],
  ])('%s', async (_name, tamper) => {
    const { entry, cookies } = await arrive(tamper(await travel('sub-6'), await travel('sub-6')))
    expect(entry).toBeUndefined()
    expect(cookies.filter(({ name, value }) => name === 'hanai.session' && value !== '')).toEqual([])
    expect(await identities()).toEqual([])
  })

  test('the same way back twice opens once', async () => {
    const journey = await travel('sub-6')
    expect(await nameOf((await arrive(journey)).entry)).toBe('문다희')
    expect((await arrive(journey)).entry).toBeUndefined()
  })

  test('an answer about somebody else than the signed token is about', async () => {
    provider.people.set('sub-7', {})
    provider.lie = { sub: 'sub-6', email: emailOf('문다희'), email_verified: true }
    expect((await arrive(await travel('sub-7'))).entry).toBeUndefined()
    expect(await identities()).toEqual([])
  })

  test('and no way back leads to another site', async () => {
    const { location, cookies } = await leaveForProvider('/cases', arrival)
    const jar = jarOf(cookies)
    const name = Object.keys(jar).find((one) => one.includes('callback-url')) ?? ''
    const query = await provider.visit(location ?? '', 'sub-6')
    const { next } = await returnFromProvider(query, { ...jar, [name]: 'https://elsewhere.example/' }, arrival)
    expect(next).toBe('/')
  })
})

test('what the browser is given to bring back is sealed, short-lived and out of reach of scripts', async () => {
  const { cookies } = await leaveForProvider('/', arrival)
  for (const part of ['state', 'pkce', 'nonce']) {
    const line = cookies.find(({ name }) => name.includes(part))?.line ?? ''
    expect(line).toMatch(/HttpOnly; SameSite=Lax/)
    expect(line).toMatch(/Expires=/)
    expect(line).toMatch(/=eyJ/)
  }
})

test('of what the provider hands out nothing reaches the browser: its cookie holds the session’s key alone', async () => {
  provider.people.set('sub-9', { email: emailOf('윤채담'), verified: true })
  const { entry, cookies } = await arrive(await travel('sub-9'))
  if (!entry || !('cookie' in entry)) throw new Error('was not let in')
  const held = await decode({ token: entry.cookie.value, secret: env().secret })
  expect(Object.keys(held ?? {}).toSorted()).toEqual(['exp', 'iat', 'jti', 'key'])
  expect(cookies.filter(({ name, value }) => value !== '' && name !== entry.cookie.name && !/state|pkce|nonce|callback|csrf/.test(name)).map(({ name }) => name)).toEqual([])
})

test('a provider that does not answer sends nobody anywhere', async () => {
  provider.stop()
  expect((await leaveForProvider('/', arrival)).location).toBeUndefined()
})

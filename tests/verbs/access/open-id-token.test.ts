import { afterAll, expect, test } from 'vitest'
import { leaveForProvider, returnFromProvider, sessionCookie } from '#lib/access/next-auth.ts'
import type { Arrival } from '#lib/access/sign-in.ts'
import { closeIdentityDoor } from '#lib/core/identity-door.ts'
import { cast } from '#prisma/seed/cast.ts'
import { makeWorld } from '#tests/world.ts'
import { openIdProvider } from './provider.ts'

const origin = 'https://hanai.example.kr'
const arrival: Arrival = { address: '192.0.2.1', userAgent: 'a browser', chosen: undefined }

afterAll(closeIdentityDoor)

test('a provider that puts the address into the token, seen from an https origin: in, with a cookie bound to this host', async () => {
  const provider = await openIdProvider(`${origin}/api/auth/callback/oidc`, 'in the token')
  Object.assign(process.env, { HANAI_URL: origin, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'hanai', OIDC_CLIENT_SECRET: 'a secret of this test' })
  await makeWorld()
  provider.people.set('sub-1', { email: cast[0]?.email ?? '', verified: true })
  // Were it asked, it would tell of somebody else
  provider.lie = { sub: 'sub-2', email: cast[1]?.email, email_verified: true }

  const { location, cookies } = await leaveForProvider('/', arrival)
  const query = await provider.visit(location ?? '', 'sub-1')
  const { entry } = await returnFromProvider(query, Object.fromEntries(cookies.map(({ name, value }) => [name, value])), arrival)
  provider.stop()

  if (!entry || !('cookie' in entry)) throw new Error('was not let in')
  expect(entry.cookie.name).toBe('__Host-hanai.session')
  expect(entry.cookie.line).toMatch(/Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/)
  expect(sessionCookie().options).toMatchObject({ httpOnly: true, secure: true, sameSite: 'lax', path: '/', maxAge: 36_000 })
})

import { expect, test } from 'vitest'
import { openId } from '#lib/access/open-id.ts'

const { profile } = openId({ issuer: 'https://idp.example', clientId: 'hanai', clientSecret: 'secret', strong: ['mfa', 'urn:loa:3'] })
const strongBy = async (claims: object) => profile({ sub: 'sub-1', email: 'one@demo.example', email_verified: true, ...claims }, {})

test.each<[object, boolean]>([
  [{}, false],
  [{ amr: ['pwd'] }, false],
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ acr: 'urn:loa:3' }, true],
  [{ acr: 'urn:loa:1', amr: [] }, false],
  [{ amr: 'mfa' }, false],
])('a provider that says %j has asked a second factor: %s', async (claims, strong) => {
  expect(await strongBy(claims)).toMatchObject({ id: 'sub-1', email: 'one@demo.example', strong })
})

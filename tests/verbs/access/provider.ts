import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** Who somebody is at the provider. */
export interface Person {
  email?: string
  verified?: boolean
}

export interface TestProvider {
  issuer: string
  /** Everybody the provider knows, by subject. */
  people: Map<string, Person>
  /** What the provider says of somebody else when asked about the person; for a test of what must be refused. */
  lie: object | undefined
  /** Goes where the application sends a browser, signs in there as that person, and returns what the browser is sent back with. */
  visit: (location: string, subject: string) => Promise<Record<string, string>>
  stop: () => void
}

/** A real OpenID provider on a port of this machine; whoever comes is signed in as the person the test names. */
export async function openIdProvider(redirectUri: string, told: 'when asked' | 'in the token'): Promise<TestProvider> {
  const people = new Map<string, Person>()
  let visitor = ''
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

  const provider = new Provider(issuer, {
    clients: [{ client_id: 'hanai', client_secret: 'a secret of this test', redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', kid: 'test' }] },
    cookies: { keys: ['a key of this test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: told === 'when asked',
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: people.get(id)?.email, email_verified: people.get(id)?.verified ?? false }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })

  const made: TestProvider = {
    issuer, people, lie: undefined,
    visit: (location, subject) => {
      visitor = subject
      return browse(location, redirectUri)
    },
    stop: () => stop(server),
  }
  const plain = provider.callback()
  handle = (request, response) => {
    if (request.url?.startsWith('/interaction/')) return void provider.interactionFinished(request, response, { login: { accountId: visitor } })
    if (made.lie && request.url === '/me') return void response.setHeader('Content-Type', 'application/json').end(JSON.stringify(made.lie))
    plain(request, response)
  }
  return made
}

/** Follows the provider with its cookies until it sends the browser back. */
async function browse(location: string, redirectUri: string): Promise<Record<string, string>> {
  const jar = new Map<string, string>()
  for (let at = new URL(location); ; ) {
    if (at.href.startsWith(redirectUri)) return Object.fromEntries(at.searchParams)
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at)
  }
}

function stop(server: Server) {
  server.close()
  server.closeAllConnections()
}

import NextAuth, { type NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import { env, ownAddress } from '#lib/core/env.ts'
import { log } from '#lib/core/log.ts'
import type { Locale } from '#lib/words/locale.ts'
import { openId } from './open-id.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'
import { sessionHours, signInWithIdentity, signInWithPassword, type Arrival, type SignedIn } from './sign-in.ts'

/**
 * All of next-auth stands here. It signs in by password or OpenID and makes the cookie; its token carries our session's
 * key and nothing else, and who that is the database says, anew at each access. It is asked from within, so that none of
 * its own addresses are open: whoever comes from outside meets our forms and the guard before them.
 */
export interface Cookie {
  name: string
  value: string
  /** The whole Set-Cookie line. */
  line: string
}

interface Question {
  method: 'GET' | 'POST'
  path: string[]
  cookies?: Record<string, string>
  query?: Record<string, string>
  body?: Record<string, string>
}

interface Answer {
  location: string | undefined
  cookies: Cookie[]
  body: unknown
}

type Ask = (request: object, response: object, options: NextAuthOptions) => Promise<void>

const maxAge = sessionHours * 3_600
const secure = () => env().url?.startsWith('https:') ?? false

export const sessionCookie = () => ({
  name: secure() ? '__Host-hanai.session' : 'hanai.session',
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure(), maxAge },
})

/** The key in the browser's cookie, or null: absent, forged or too old. */
export async function sessionKeyIn(jar: { get: (name: string) => { value: string } | undefined }): Promise<string | null> {
  const token = jar.get(sessionCookie().name)?.value
  if (!token) return null
  const known = opened.get(token)
  if (known !== undefined) return known
  const payload = await decode({ token, secret: env().secret }).catch(() => null)
  if (typeof payload?.['key'] !== 'string') return null
  if (opened.size >= 10_000) opened.clear()
  opened.set(token, payload['key'])
  return payload['key']
}

/** Opening a token takes as long as a small page does. What is in it stays; whether it still opens anything, the database says each time. */
const opened = new Map<string, string>()

/** In with a cookie and the language of the account, or why not. */
export type Entry = { cookie: Cookie; locale: Locale } | Exclude<SignedIn, { key: string }>

export const enterWithPassword = (email: string, password: string, arrival: Arrival): Promise<Entry> => enterBy(() => signInWithPassword(email, password, arrival), arrival)
export const enterWithPasskey = (answer: string, arrival: Arrival): Promise<Entry> => enterBy(() => signInWithPasskey(answer, arrival), arrival)

async function enterBy(check: () => Promise<SignedIn>, arrival: Arrival): Promise<Entry> {
  const visit: Visit = { arrival, check, result: { wrong: true } }
  const { cookies } = await askVerified({ method: 'POST', path: ['callback', 'password'], body: {} }, visit)
  return entryOf(visit, cookies)
}

/** The first half of a sign-in elsewhere: where to send the browser (nowhere, when the provider does not answer), and what it has to bring back. */
export async function leaveForProvider(next: string, arrival: Arrival): Promise<{ location: string | undefined; cookies: Cookie[] }> {
  const visit: Visit = { arrival, result: { wrong: true } }
  const { location, cookies } = await askVerified({ method: 'POST', path: ['signin', 'oidc'], body: { callbackUrl: ownAddress() + next } }, visit)
  return { location: location?.startsWith(`${ownAddress()}/`) ? undefined : location, cookies }
}

/** The second half: the provider has sent the browser back. */
export async function returnFromProvider(query: Record<string, string>, brought: Record<string, string>, arrival: Arrival): Promise<{ entry: Entry | undefined; next: string; cookies: Cookie[] }> {
  const visit: Visit = { arrival, result: undefined }
  const { location, cookies } = await ask({ method: 'GET', path: ['callback', 'oidc'], query, cookies: brought }, visit)
  return { entry: visit.result && entryOf(visit, cookies), next: location?.startsWith(`${ownAddress()}/`) ? location.slice(ownAddress().length) : '/', cookies }
}

interface Visit {
  arrival: Arrival
  check?: () => Promise<SignedIn>
  /** What our own check said; undefined when it was never reached. */
  result: SignedIn | undefined
}

function entryOf({ result }: Visit, cookies: Cookie[]): Entry {
  if (!result || !('key' in result)) return result ?? { wrong: true }
  const cookie = cookies.find(({ name }) => name === sessionCookie().name)
  if (!cookie) throw new Error('next-auth made no cookie for a session that began')
  return { cookie, locale: result.locale }
}

function optionsFor(visit: Visit): NextAuthOptions {
  const { oidc, secret } = env()
  return {
    secret,
    session: { strategy: 'jwt', maxAge },
    jwt: { maxAge },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: secure(),
    cookies: { sessionToken: sessionCookie() },
    providers: [
      ...(oidc ? [openId(oidc)] : []),
      {
        id: 'password',
        name: 'password',
        type: 'credentials',
        credentials: {},
        authorize: async () => personOf((visit.result = await visit.check?.())),
      },
    ],
    callbacks: {
      async signIn({ account, user }) {
        if (account?.type === 'credentials') return true
        if (!oidc || account?.provider !== 'oidc') return false
        visit.result = await signInWithIdentity(oidc.issuer, account.providerAccountId, user.email ?? undefined, visit.arrival, 'strong' in user && user.strong === true)
        Object.assign(user, personOf(visit.result))
        return 'key' in visit.result
      },
      jwt: ({ token, user }) => ({ key: user && 'key' in user ? user.key : token['key'] }),
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : baseUrl),
    },
    // Its messages quote what was sent; the code of what went wrong is enough.
    logger: { error: (code) => log.warn({ code }, 'next-auth'), warn: () => undefined, debug: () => undefined },
  }
}

/** next-auth wants an id; ours is the session's own business. */
function personOf(result: SignedIn | undefined) {
  return result && 'key' in result ? { id: 'session', key: result.key } : null
}

/** With the token next-auth asks for against forged forms. Ours are checked by the guard; this satisfies next-auth too. */
async function askVerified(question: Question, visit: Visit): Promise<Answer> {
  const { cookies, body } = await ask({ method: 'GET', path: ['csrf'] }, visit)
  const { csrfToken } = body as { csrfToken: string }
  return ask({ ...question, cookies: Object.fromEntries(cookies.map(({ name, value }) => [name, value])), body: { ...question.body, csrfToken } }, visit)
}

async function ask({ path, query, ...rest }: Question, visit: Visit): Promise<Answer> {
  process.env['NEXTAUTH_URL'] = ownAddress()
  const headers = new Map<string, string | string[]>()
  let body: unknown
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: string | string[]) => (headers.set(name, value), response),
    end: () => undefined,
    json: (sent: unknown) => void (body = sent),
    send: (sent: unknown) => void (body = sent),
  }
  await nextAuth()({ ...rest, cookies: rest.cookies ?? {}, headers: {}, query: { ...query, nextauth: path } }, response, optionsFor(visit))
  const location = headers.get('Location')
  return { location: typeof location === 'string' ? location : undefined, cookies: [headers.get('Set-Cookie') ?? []].flat().map(cookieOf), body }
}

/** Node hands the package over with its default export inside; a bundler without. */
function nextAuth(): Ask {
  const given: unknown = NextAuth
  return (typeof given === 'function' ? given : (given as { default: Ask }).default) as Ask
}

function cookieOf(line: string): Cookie {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  return { name, value: decodeURIComponent(value), line }
}

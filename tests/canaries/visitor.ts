import { newId } from '#lib/core/id.ts'
import { demoPassword } from '#prisma/seed/cast.ts'
import { scan, type Leak } from './scan.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export type Way = 'document' | 'data'

/** Somebody with a browser that runs nothing: asks for an address and gets all that came over the wire. */
export interface Visitor {
  /** As a browser that runs no script asks for a document, or as the script of a page asks for its data. */
  get: (path: string, way?: Way) => Promise<Answer>
  post: (path: string, body: object) => Promise<Answer>
}

export function visitor(address: string, cookie = ''): Visitor {
  const ask = async (path: string, more: Record<string, string> = {}, body?: string): Promise<Answer> => {
    const headers = { cookie, origin: address, 'accept-language': 'ko', ...more }
    const response = await fetch(address + path, { redirect: 'manual', headers, ...(body !== undefined && { method: 'POST', body }) })
    return { status: response.status, headers: { ...Object.fromEntries(response.headers), 'set-cookie': response.headers.getSetCookie().join('\n') }, body: Buffer.from(await response.arrayBuffer()) }
  }
  return {
    // Without the empty mark the framework answers a question for data with a redirect to it, and nothing else.
    get: (path, way = 'document') => (way === 'document' ? ask(path) : ask(`${path}${path.includes('?') ? '&' : '?'}_rsc`, { rsc: '1' })),
    post: (path, body) => ask(path, { 'content-type': 'application/json' }, JSON.stringify(body)),
  }
}

/** Signs in with e-mail and password, by the form that the page has for whoever runs no script. */
export async function signedIn(address: string, email: string): Promise<Visitor> {
  const { body } = await visitor(address).get('/sign-in')
  const form = /<form[^>]*id="sign-in-form"[\s\S]*?<\/form>/.exec(body.toString())?.[0] ?? ''
  const sent = new FormData()
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) sent.append(attribute(input, 'name'), attribute(input, 'value'))
  sent.set('email', email)
  sent.set('password', demoPassword)
  const response = await fetch(`${address}/sign-in`, { method: 'POST', body: sent, redirect: 'manual', headers: { origin: address } })
  const cookie = response.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '').join('; ')
  if (!cookie.includes('hanai.session=')) throw new Error(`${email} is not let in: ${response.status}`)
  return visitor(address, cookie)
}

const attribute = (tag: string, name: string) => (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#x27;', `'`).replaceAll('&amp;', '&')

/** The answer without what differs from one answer to the next for no reason of its own: number, nonce, moment, keys of forms, and the identifiers that were asked for. */
export function masked({ status, headers, body }: Answer, ids: readonly string[]): string {
  const { date: _, 'x-request-id': number = newId(), ...rest } = headers
  const [, nonce = newId()] = /'nonce-([^']+)'/.exec(rest['content-security-policy'] ?? '') ?? []
  let text = `${status}\n${JSON.stringify(rest)}\n${body.toString('latin1')}`
  for (const mark of [number, nonce, ...ids]) text = text.replaceAll(mark, '*')
  // Keys of forms are drawn anew for each page, rows have identifiers of another kind (UUIDv7); the framework numbers each head of a page; a live channel says when to come again.
  return text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '*').replace(/[\w-]{21}(?=[vm]\\?",\{\\?"children)/g, '*').replace(/^retry: \d+$/m, '*')
}

/** What of the children came with an answer: in its body, its headers, its redirects and cookies. */
export const leaksIn = (where: string, { headers, body }: Answer): Leak[] => [...scan(where, isText(headers) ? body.toString() : body), ...scan(`${where} headers`, JSON.stringify(headers))]

/** Of anything else the bytes are looked through: a spreadsheet is a zip. */
const isText = (headers: Record<string, string>) => /^(text\/(html|x-component|plain|csv)|application\/json)/.test(headers['content-type'] ?? '')

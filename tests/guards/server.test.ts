import { connect } from 'node:net'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { log } from '#lib/core/log.ts'
import { ACTION, closing, form, smallServer } from './small-server.ts'

const { ask, reached, origin, close } = await smallServer()
afterAll(close)

const path = '/cases/018f/closure'

/** What comes back for these bytes, until the server closes. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('utf8').on('data', (piece) => (said += piece)).on('close', () => resolve(said)).on('error', reject)
  })
}

const from = (headers: Record<string, string>, sent = closing()) => ({ method: 'POST', path, body: sent.body, headers: { ...sent.headers, ...headers } })

test('a page that failed says so to whoever runs no script, and nobody else', async () => {
  const page = await ask({ path: '/sign-in?fails' })
  expect(page.status).toBe(500)
  expect(page.body).toContain('<p>broken<noscript><h1>화면을 보여 드리지 못했어요</h1>')
  expect(page.body).toContain(String(page.headers['x-request-id']))
  expect((await ask({ path: '/sign-in?fails', headers: { RSC: '1' } })).body).toBe('<p>broken')
  expect((await ask({})).body).toBe('reached')
})

test('what has nothing for its reader is answered with a page that can be read, also while the framework waits for its own answer to be out', async () => {
  const answer = await ask({ path: '/sign-in?empty' })
  expect([answer.status, answer.body, reached.at(-1)?.request.url]).toEqual([404, 'reached', '/-'])
  expect((await ask({ path: '/sign-in?empty', headers: { RSC: '1' } })).body).toBe('<script>filled later</script>')
})

describe('a form', () => {
  test('from our own origin arrives whole', async () => {
    const { status } = await ask(from({ Origin: origin }))
    expect(status).toBe(200)
    expect(reached.at(-1)?.body).toContain('목표를 이뤘어요')
  })

  test.each([
    ['without an origin', {}],
    ['from a foreign origin', { Origin: 'https://evil.example' }],
    ['with the origin "null"', { Origin: 'null' }],
    ['from a foreign origin that claims to be forwarded', { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example' }],
    ['that the browser itself calls cross-site', { Origin: origin, 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s is refused and reaches nobody', async (_name, headers) => {
    const before = reached.length
    expect((await ask(from(headers))).status).toBe(403)
    expect(reached).toHaveLength(before)
  })

  const body = closing()
  const bad = (fields: Record<string, string>) => form({ $ACTION_REF_1: '', ...fields })
  test.each([
    ['sent to another page', 404, { ...from({ Origin: origin }), path: '/sign-in' }],
    ['sent to a page that does not exist', 404, { ...from({ Origin: origin }), path: '/nowhere' }],
    ['with an unknown action', 404, from({ Origin: origin }, closing('40bb'))],
    ['with no action', 400, from({ Origin: origin }, form({ reason: 'x' }))],
    ['that breaks off', 400, from({ Origin: origin }, { ...body, body: body.body.slice(0, -20) })],
    ['without its boundary', 400, from({ Origin: origin }, { headers: { 'Content-Type': 'multipart/form-data' }, body: 'x' })],
    ['with bound values that cannot be read', 400, from({ Origin: origin }, bad({ '$ACTION_1:0': '{"id' }))],
    ['with bound values that are missing', 400, from({ Origin: origin }, bad({ '$ACTION_1:0': `{"id":"${ACTION}","bound":"$@9"}` }))],
    ['in another format', 415, from({ Origin: origin }, { headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: 'a=b' })],
    ['called by script with nonsense', 400, from({ Origin: origin, 'Next-Action': ACTION }, { headers: { 'Content-Type': 'text/plain' }, body: '[nonsense' })],
    ['called by script with an unknown action', 404, from({ Origin: origin, 'Next-Action': '40bb' }, { headers: { 'Content-Type': 'text/plain' }, body: '[]' })],
  ])('%s gets a clear %i and reaches nobody', async (_name, status, sent) => {
    const before = reached.length
    const answer = await ask(sent)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatch(/[가-힣].*\n.*[a-z]/)
    expect(reached).toHaveLength(before)
  })

  test('arrives under our own name, whatever name it was called by: the framework asks that name for the next page', async () => {
    await ask(from({ Origin: origin, Host: 'evil.example' }))
    expect(reached.at(-1)?.request.headers.host).toBe(new URL(origin).host)
  })

  test('that is too large is refused by its announced size', async () => {
    const answer = await ask(from({ Origin: origin }, form({ $ACTION_REF_1: '', note: 'a'.repeat(600_000) })))
    expect(answer.status).toBe(413)
  })

  test('of unknown size is refused', async () => {
    expect((await ask(from({ Origin: origin, 'Transfer-Encoding': 'chunked' }))).status).toBe(411)
  })
})

describe('a request', () => {
  test.each(['TRACE', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('by %s is refused', async (method) => {
    const answer = await ask({ method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
  })

  test.each(['/%zz', '//evil.example/', '/a%00b', '/a\\b'])('for the path %s is refused', async (odd) => {
    expect((await ask({ path: odd })).status).toBe(400)
  })

  test('cannot claim another address, host or step of the framework', async () => {
    await ask({ headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Forwarded-Host': 'evil.example', Forwarded: 'for=1', 'X-Real-IP': '203.0.113.9', 'X-Middleware-Subrequest': 'src', 'X-Hanai-Address': '203.0.113.9' } })
    const { headers } = reached.at(-1)?.request ?? {}
    expect(Object.keys(headers ?? {}).filter((name) => /forwarded|real-ip|middleware/.test(name))).toEqual([])
    expect(headers?.['x-hanai-address']).toBe('127.0.0.1')
  })

  test('through a trusted proxy keeps the address the proxy saw, not the one the visitor wrote', async () => {
    const behind = await smallServer({ trusted: ['127.0.0.1', '10.0.0.0/8'] })
    await behind.ask({ headers: { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.1.2.3' } })
    expect(behind.reached.at(-1)?.request.headers['x-hanai-address']).toBe('203.0.113.9')
    behind.close()
  })

  test('under another name than the configured one is refused', async () => {
    const named = await smallServer({ url: 'https://hanai.example.kr' })
    expect((await named.ask({ headers: { Host: 'evil.example' } })).status).toBe(421)
    const answer = await named.ask({ headers: { Host: 'hanai.example.kr' } })
    expect(answer.status).toBe(200)
    expect(answer.headers['strict-transport-security']).toContain('max-age')
    named.close()
  })

  test('beyond what can be worked on is told so at once', async () => {
    const full = await smallServer({ limit: 0 })
    const answer = await full.ask({})
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBeDefined()
    full.close()
  })
})

test('each request stands in the log with its status and its page’s template, a refused one too, and never with its address', async () => {
  const said: { fields: Record<string, unknown>; event: string }[] = []
  vi.spyOn(log, 'info').mockImplementation((fields, event) => void said.push({ fields, event }))
  const answers = [await ask(from({})), await ask({ method: 'TRACE', path }), await ask({ path: `${path}?name=secret` })]
  await vi.waitFor(() => expect(said).toHaveLength(3))
  expect(said.map(({ event, fields }) => [event, fields['status'], fields['route']])).toEqual([['request', 403, '/cases/[id]/closure'], ['request', 405, '/cases/[id]/closure'], ['request', 200, '/cases/[id]/closure']])
  expect(said.map(({ fields }) => fields['requestId'])).toEqual(answers.map(({ headers }) => headers['x-request-id']))
  expect(JSON.stringify(said)).not.toMatch(/018f|secret/)
})

describe('over https', () => {
  test('every answer, refusals too, binds the browser to https for a year, our subdomains too', async () => {
    const named = await smallServer({ url: 'https://hanai.example.kr' })
    const host = { Host: 'hanai.example.kr' }
    const answers = [await named.ask({ headers: host }), await named.ask({ headers: { Host: 'evil.example' } }), await named.ask({ method: 'TRACE', headers: host }), await named.ask({ path: '/%zz', headers: host })]
    expect(answers.map(({ status }) => status)).toEqual([200, 421, 405, 400])
    for (const { headers } of answers) {
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
      expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
    }
    named.close()
  })

  test('each cookie of ours is bound to this host and out of reach of scripts', async () => {
    vi.stubEnv('HANAI_URL', 'https://hanai.example.kr')
    vi.resetModules()
    const { sessionCookie } = await import('#lib/access/next-auth.ts')
    const { localeCookieName } = await import('#lib/access/locale-cookie.ts')
    expect(sessionCookie()).toMatchObject({ name: '__Host-hanai.session', options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' } })
    expect(localeCookieName()).toBe('__Host-hanai_locale')
    vi.unstubAllEnvs()
  })
})

describe('a request whose bounds are unclear', () => {
  const post = (head: string) => raw(Number(new URL(origin).port), `POST ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\n${head}\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n`)

  test.each([
    ['with a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked'],
    ['with two lengths', 'Content-Length: 5\r\nContent-Length: 6'],
    ['with a length that is no number', 'Content-Length: 5x'],
    ['with an unknown encoding', 'Transfer-Encoding: chunked, identity'],
    ['with a folded header', 'X-A: b\r\n Content-Length: 5'],
    ['with a naked line feed in a header', 'X-A: b\nContent-Length: 5'],
    ['with a blank before the colon', 'Content-Length : 5'],
  ])('%s is refused, and what follows it is not taken for another', async (_name, head) => {
    const before = reached.length
    const answer = await post(head)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(reached).toHaveLength(before)
  })

  test('with a head beyond 32 KB is refused', async () => {
    expect(await raw(Number(new URL(origin).port), `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })
})

test('every answer, refusals too, forbids what no page of ours needs', async () => {
  for (const { headers } of [await ask({}), await ask({ method: 'TRACE' }), await ask(from({}))]) {
    for (const directive of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(headers['content-security-policy']).toContain(directive)
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(Object.keys(headers).filter((name) => /^access-control-|^server$|^x-powered-by$|^via$/.test(name))).toEqual([])
  }
})

test('every answer, refusals too, carries the protecting headers and a number of its own', async () => {
  const answers = [await ask({}), await ask({ method: 'TRACE' }), await ask(from({}))]
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'private, no-store' })
  }
  expect(new Set(answers.map(({ headers }) => headers['x-request-id'])).size).toBe(3)
  expect(new Set(answers.map(({ headers }) => headers['content-security-policy'])).size).toBe(3)
})

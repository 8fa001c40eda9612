import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { atMost } from '#lib/core/at-most.ts'
import { log } from '#lib/core/log.ts'
import { readBody, replay } from './body.ts'
import { within, type Framework } from './context.ts'
import { checkForm } from './form.ts'
import { checkRequest, isLarge, limitOf, pathOf, type GuardRules } from './guard.ts'
import { isStatic, secure } from './headers.ts'
import type { Load } from './load.ts'
import { cleanHeaders } from './origins.ts'
import { answerRefusal, Refused } from './refused.ts'
import type { Routes } from './routes.ts'

interface Parts {
  rules: GuardRules
  proxies: BlockList
  /** Absent in development, where pages come and go. */
  routes: Routes | undefined
  load: Load
  https: boolean
  health: (path: string, response: ServerResponse) => Promise<boolean>
  framework: Framework
}

/** Everything between the socket and the framework, in order; the first refusal answers. */
export function makeHandler(parts: Parts): RequestListener {
  return (request, response) => {
    void handle(parts, request, response)
  }
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse) {
  const requestId = randomUUID()
  response.setHeader('X-Request-Id', requestId)
  logWhenDone(parts.routes, requestId, request, response)
  try {
    cleanHeaders(request, parts.proxies)
    request.headers['x-hanai-request'] = requestId
    request.headers['x-hanai-path'] = request.url ?? '/'
    secure(request, response, { https: parts.https, development: parts.routes === undefined })
    if (request.method === 'GET' && (await parts.health(request.url ?? '', response))) return
    checkRequest(request, parts.rules)
    if (parts.https) request.headers['x-forwarded-proto'] = 'https'
    if (!isStatic(request.url ?? '') && !parts.load.enter(response, isLive(request))) throw new Refused(503)
    const form = await checked(parts, request, response)
    await within(requestId, form, response, parts.framework)
  } catch (problem) {
    answerProblem(problem, requestId, response)
  }
}

/** The live channel of the case page. */
function isLive({ method, url = '' }: IncomingMessage): boolean {
  return method === 'GET' && /^\/api\/live(\?|$)/.test(url)
}

/** Forms with a file that are held in memory at the same time; further ones wait for a place, and their senders with them. */
const large = atMost(4)

/** A place among them until the answer is done. */
async function placeFor(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const place = Promise.withResolvers<void>()
  void large.run(() => {
    place.resolve()
    return response.closed ? Promise.resolve() : new Promise<void>((done) => response.once('close', done))
  })
  await place.promise
  if (request.destroyed) throw new Refused(400)
}

/** A form sent to a page is read and looked at; everything else goes on as it is. */
async function checked({ routes }: Parts, request: IncomingMessage, response: ServerResponse): Promise<IncomingMessage> {
  const path = pathOf(request.url ?? '')
  if (request.method !== 'POST' || path.startsWith('/api/') || !routes) return request
  const page = routes.find(path)
  if (page === undefined) throw new Refused(404)
  if (isLarge(request)) await placeFor(request, response)
  const body = await readBody(request, limitOf(path))
  await checkForm(request.headers, body, page, routes)
  return replay(request, body)
}

function answerProblem(problem: unknown, requestId: string, response: ServerResponse) {
  if (response.destroyed) return
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (problem instanceof Refused) {
    answerRefusal(response, problem.status)
    return
  }
  log.error({ requestId, error: problem instanceof Error ? problem.name : 'unknown' }, 'request.failed')
  response.statusCode = 500
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(`뜻밖의 문제가 생겼어요. 이 번호를 알려 주세요: ${requestId}\nSomething went wrong. Please tell us this number: ${requestId}\n`)
}

/** One line a request, with the page's template instead of its address: identifiers and queries are data about people. */
function logWhenDone(routes: Routes | undefined, requestId: string, request: IncomingMessage, response: ServerResponse) {
  if (isStatic(request.url ?? '')) return
  const began = performance.now()
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  response.once('close', () => {
    log.info({ requestId, method: request.method, route: routes?.find(path) ?? 'other', status: response.statusCode, ms: Math.round(performance.now() - began) }, 'request')
  })
}

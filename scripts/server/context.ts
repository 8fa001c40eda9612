import type { IncomingMessage, ServerResponse } from 'node:http'
import { requests, type RequestContext } from '#lib/core/request.ts'
import { error as english } from '#lib/words/en/error.ts'
import { error as korean } from '#lib/words/ko/error.ts'
import { replay } from './body.ts'
import { isStatic } from './headers.ts'

export type Framework = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** An address no page has. */
const nowhere = '/-'

/**
 * Runs the framework with what we know of the request within reach of the pages. A page that was refused something says
 * so with `answerWith(status)`; the framework itself can only say 200 there.
 *
 * A page that finds nothing for this reader, or that fails, goes out of the framework empty, to be filled by a script.
 * Whoever asked for a document gets, instead of the first, what stands at an address no page has: the same words, there
 * to read; and with the second a few words for those who run no script.
 */
export async function within(id: string, request: IncomingMessage, response: ServerResponse, framework: Framework): Promise<void> {
  const document = request.headers['rsc'] === undefined && request.headers['next-action'] === undefined
  const path = request.url ?? '/'
  const context: RequestContext = { id, address: String(request.headers['x-hanai-address'] ?? ''), document, prepared: [] }
  await requests.run(context, async () => {
    const before = response.getHeaders()
    const plain = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
    const isPage = document && !path.startsWith('/api/') && !isStatic(path)
    if (isPage) saySorry(response, id)
    const say = (status: number, ...rest: unknown[]) => plain(status === 200 && context.status ? context.status : status, ...rest)
    response.writeHead = say
    const empty = isPage ? dropNotFound(response, say) : null
    await Promise.race([framework(request, response), ...(empty ? [empty.ended] : [])])
    if (!empty?.dropped()) return

    takeBack(response, before)
    response.writeHead = (_status: number, ...rest: unknown[]) => plain(context.status ?? 404, ...rest)
    const again = replay(request, Buffer.alloc(0))
    again.method = 'GET'
    again.url = nowhere
    again.headers = { ...request.headers, 'content-type': undefined, 'content-length': undefined }
    await framework(again, response)
  })
}

/** Lets nothing of a "not found" out. Tells whether there was one, and when it is over: in development the framework waits until the answer is out. */
function dropNotFound(response: ServerResponse, say: (status: number, ...rest: unknown[]) => ServerResponse): { dropped: () => boolean; ended: Promise<void> } {
  let dropped = false
  const over = Promise.withResolvers<void>()
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 404) return say(status, ...rest)
    dropped = true
    response.write = () => true
    response.end = () => {
      over.resolve()
      return response
    }
    return response
  }
  return {
    ended: over.promise,
    dropped: () => {
      if (dropped) Object.assign(response, { write, end })
      return dropped
    },
  }
}

/** Ends a page that failed with the words its script would have shown. */
function saySorry(response: ServerResponse, id: string) {
  const end = response.end.bind(response)
  response.end = (last?: unknown) => {
    if (response.statusCode >= 500) {
      if (!response.headersSent) response.removeHeader('content-length')
      if (typeof last === 'string' || last instanceof Uint8Array) response.write(last)
      return end(`<noscript>${[korean, english].map((words) => sorry(words, id)).join('')}</noscript>`)
    }
    return end(last)
  }
}

const sorry = ({ title, body, reference, home }: typeof korean | typeof english, id: string) =>
  `<h1>${title}</h1><p>${body}</p><p>${reference} ${id}</p><p><a href="/">${home}</a></p>`

/** As it was before the framework had it. */
function takeBack(response: ServerResponse, before: NodeJS.Dict<number | string | string[]>) {
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value)
  response.statusCode = 200
}

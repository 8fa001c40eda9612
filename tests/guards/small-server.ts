import { once } from 'node:events'
import { createServer, request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeHandler } from '#scripts/server/handler.ts'
import { makeLoad } from '#scripts/server/load.ts'
import { proxyList } from '#scripts/server/origins.ts'
import type { Routes } from '#scripts/server/routes.ts'

interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** An action of the page /cases/[id]/closure. */
export const ACTION = '40aa'

const routes: Routes = {
  find: (path) => (/^\/cases\/[^/]+\/closure$/.test(path) ? '/cases/[id]/closure' : path === '/sign-in' ? path : undefined),
  accepts: (page, action) => page === '/cases/[id]/closure' && action === ACTION,
}

/** Our guard in front of a framework that only tells what reached it. */
export async function smallServer(options: { trusted?: string[]; limit?: number; url?: string } = {}) {
  const reached: { request: IncomingMessage; body: string }[] = []
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = options.url ?? `http://127.0.0.1:${port}`

  server.on(
    'request',
    makeHandler({
      rules: { origins: [origin], pinHost: options.url !== undefined },
      proxies: proxyList(options.trusted ?? []),
      routes,
      load: makeLoad(options.limit ?? 50, 10),
      https: origin.startsWith('https:'),
      health: () => Promise.resolve(false),
      framework: async (request, response) => {
        const chunks: Buffer[] = []
        for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
        if (request.url?.endsWith('?fails')) return void response.writeHead(500, { 'Content-Type': 'text/html' }).end('<p>broken')
        if (request.url?.endsWith('?empty')) {
          response.writeHead(404, { 'Content-Type': 'text/html' }).end('<script>filled later</script>')
          // As the framework's development server does.
          if (!response.closed) await once(response, 'close')
          return
        }
        reached.push({ request, body: Buffer.concat(chunks).toString('utf8') })
        response.end('reached')
      },
    }),
  )

  const ask = ({ method = 'GET', path = '/sign-in', headers = {}, body }: Sent) => exchange(port, { method, path, headers, body: body ?? '' })
  return { ask, reached, origin, close: () => server.close() }
}

function exchange(port: number, { method, path, headers, body }: Required<Sent>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = method === 'POST' && !('Transfer-Encoding' in headers) ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const sent = send({ port, host: '127.0.0.1', method, path, headers: { ...length, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A form as a browser without script sends it: the action is named in fields. */
export function form(fields: Record<string, string>) {
  const boundary = 'a-boundary'
  const parts = Object.entries(fields).map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body: `${parts.join('')}--${boundary}--\r\n` }
}

export const closing = (action = ACTION) => form({ $ACTION_REF_1: '', '$ACTION_1:0': JSON.stringify({ id: action, bound: '$@1' }), '$ACTION_1:1': '["case"]', reason: '목표를 이뤘어요' })

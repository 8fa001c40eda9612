import type { IncomingMessage, ServerResponse } from 'node:http'
import { requests, type RequestContext } from '#lib/core/request.ts'

/**
 * Runs the framework with what we know of the request within reach of the pages. A page that was refused something says
 * so with `answerWith(status)`; the framework itself can only say 200 there.
 */
export async function within(id: string, request: IncomingMessage, response: ServerResponse, work: () => Promise<void>): Promise<void> {
  const document = request.headers['rsc'] === undefined && request.headers['next-action'] === undefined
  const context: RequestContext = { id, address: String(request.headers['x-hanai-address'] ?? ''), document, prepared: [] }
  const plain = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => plain(status === 200 && context.status ? context.status : status, ...rest)
  await requests.run(context, work)
}

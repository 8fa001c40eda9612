import { AsyncLocalStorage } from 'node:async_hooks'

/** What the server process knows of the request being answered. */
export interface RequestContext {
  /** Shown on an error page and written to the log. */
  id: string
  address: string
  /** Set by whoever answers with a page but must not say 200. */
  status?: number
  /** What is asked for is a whole document, not the data by which a script changes one. */
  document: boolean
  /** Prepared HTML of that document. */
  prepared: string[]
}

// On globalThis because the server process and Next's bundle load this module separately.
const shared = globalThis as unknown as { hanaiRequests?: AsyncLocalStorage<RequestContext> }
export const requests = (shared.hanaiRequests ??= new AsyncLocalStorage<RequestContext>())

/** The page that is being rendered goes out with this status. */
export function answerWith(status: number): void {
  const request = requests.getStore()
  if (request) request.status = status
}

/** Keeps prepared HTML for the document that is being made. Returns where; null when none is being made. */
export function keepPrepared(html: string): number | null {
  const request = requests.getStore()
  return request?.document ? request.prepared.push(html) - 1 : null
}

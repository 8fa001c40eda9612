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
  /** What was typed into a form that was sent without script and refused: its page may have no such form any more. */
  typed?: string[]
}

// On globalThis because the server process and Next's bundle load this module separately.
const shared = globalThis as unknown as { hanaiRequests?: AsyncLocalStorage<RequestContext> }
export const requests = (shared.hanaiRequests ??= new AsyncLocalStorage<RequestContext>())

/** The page that is being rendered goes out with this status. */
export function answerWith(status: number): void {
  const request = requests.getStore()
  if (request) request.status = status
}

/** Keeps what was typed, for a page that comes back without the form it was typed into. A script keeps it by itself. */
export function keepTyped(values: Record<string, string | string[]>): void {
  const request = requests.getStore()
  if (!request?.document) return
  const texts = Object.entries(values).filter(([name]) => !name.startsWith('_')).flatMap(([, value]) => value)
  request.typed = [...new Set(texts.filter(isProse))]
}

/** What the refused form held, when there was one in this request; with why it was refused. */
export function keptTyped(): { texts: string[]; status: number | undefined } | null {
  const { typed = [], status } = requests.getStore() ?? {}
  return typed.length > 0 ? { texts: typed, status } : null
}

/** Written by a person, not chosen from a list: identifiers, codes and days have neither blanks nor Hangul. */
const isProse = (text: string) => /\s|[\u3131-\u318e\uac00-\ud7a3]/u.test(text.trim())

/** Keeps prepared HTML for the document that is being made. Returns where; null when none is being made. */
export function keepPrepared(html: string): number | null {
  const request = requests.getStore()
  return request?.document ? request.prepared.push(html) - 1 : null
}

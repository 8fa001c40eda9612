import type { IncomingMessage } from 'node:http'
import { Refused } from './refused.ts'

export interface GuardRules {
  /** Origins that forms may come from. */
  origins: string[]
  /** Only requests under the configured name are answered; off for a demo on one's own machine. */
  pinHost: boolean
}

const METHODS = new Set(['GET', 'HEAD', 'POST'])

/** Ordinary forms are small; uploads have an address of their own, and so have the pages with a form that takes a signed paper. */
export const FORM_LIMIT = 512 * 1024
const UPLOADS = [
  { path: /^\/api\/roster(\/|$)/, limit: 256 * 1024 * 1024 },
  { path: /^\/api\/documents$/, limit: 26 * 1024 * 1024 },
  { path: /^\/cases\/[0-9a-f-]{36}\/sharing\/(consent|paper)$/, limit: 26 * 1024 * 1024 },
  { path: /^\/consents\/[0-9a-f-]{36}$/, limit: 26 * 1024 * 1024 },
]

/** How much may be sent to this address. */
export const limitOf = (path: string): number => UPLOADS.find((upload) => upload.path.test(path))?.limit ?? FORM_LIMIT

/** It comes with a file: held in memory, so that there are never many. */
export const isLarge = (request: IncomingMessage): boolean => Number(request.headers['content-length'] ?? 0) > FORM_LIMIT

/** What must hold for every request before anything behind the guard is asked. Throws a Refused. */
export function checkRequest(request: IncomingMessage, { origins, pinHost }: GuardRules): void {
  if (!METHODS.has(request.method ?? '')) throw new Refused(405)
  const path = pathOf(request.url ?? '')
  if (pinHost && !origins.some((origin) => new URL(origin).host === request.headers.host)) throw new Refused(421)
  if (request.method !== 'POST') return

  // A missing Origin is no excuse: browsers send one with each form, and the framework would accept none.
  const origin = request.headers.origin
  if (origin === undefined || !origins.includes(origin)) throw new Refused(403)
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') throw new Refused(403)
  checkSize(request, path)
  // Origin is pinned above; the framework compares it with the name it was called by.
  request.headers.host = new URL(origin).host
}

/** The path alone, refused when it is not plainly one. */
export function pathOf(url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || path.startsWith('//') || path.includes('\\')) throw new Refused(400)
  try {
    if (decodeURIComponent(path).includes('\0')) throw new Refused(400)
  } catch {
    throw new Refused(400)
  }
  return path
}

function checkSize(request: IncomingMessage, path: string) {
  const length = request.headers['content-length']
  if (length === undefined) throw new Refused(411)
  if (Number(length) > limitOf(path)) throw new Refused(413)
}

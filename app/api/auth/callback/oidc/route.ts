import type { NextRequest } from 'next/server'
import { arrival } from '#lib/access/arrival.ts'
import { wayIn } from '#lib/access/entering.ts'
import { localPath } from '#lib/access/local-path.ts'
import { returnFromProvider, sessionKeyIn } from '#lib/access/next-auth.ts'
import { leaveNothingBefore, rememberLocale } from '#lib/access/session.ts'
import { env } from '#lib/core/env.ts'

/** Back from the organisation's own sign-in: in, or told why not. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!env().oidc) return new Response(null, { status: 404 })
  const brought = Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value]))
  const { entry, next, cookies } = await returnFromProvider(Object.fromEntries(request.nextUrl.searchParams), brought, await arrival())

  const entered = entry !== undefined && 'cookie' in entry
  if (entered) {
    await leaveNothingBefore()
    await rememberLocale(entry.locale)
  }
  const key = entered ? await sessionKeyIn({ get: () => entry.cookie }) : null
  const headers = new Headers({ location: key !== null ? await wayIn(key, localPath(next)) : `/sign-in?error=${entry ? 'unknown' : 'provider'}` })
  for (const { line } of cookies) headers.append('set-cookie', line)
  return new Response(null, { status: 303, headers })
}

import type { NextRequest } from 'next/server'
import { arrival } from '#lib/access/arrival.ts'
import { localPath } from '#lib/access/local-path.ts'
import { leaveForProvider } from '#lib/access/next-auth.ts'
import { env } from '#lib/core/env.ts'

/** Off to the organisation's own sign-in. A link, not a form: the content policy lets forms go nowhere but here. */
export async function GET(request: NextRequest): Promise<Response> {
  if (!env().oidc) return new Response(null, { status: 404 })
  const next = localPath(request.nextUrl.searchParams.get('next') ?? undefined)
  const { location = '/sign-in?error=provider', cookies } = await leaveForProvider(next, await arrival())
  const headers = new Headers({ location })
  for (const { line } of cookies) headers.append('set-cookie', line)
  return new Response(null, { status: 303, headers })
}

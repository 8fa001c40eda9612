import { z } from 'zod'
import { maySetUp } from '#lib/access/entering.ts'
import { askToMake, askToSign } from '#lib/access/passkeys.ts'
import { onTheWay } from '#lib/access/session.ts'

const Asked = z.strictObject({ purpose: z.enum(['SIGN_IN', 'PROVE', 'REGISTER']) })

/** What the browser is to sign or make, with a challenge of five minutes that counts once. */
export async function POST(request: Request): Promise<Response> {
  const asked = Asked.safeParse(await request.json().catch(() => null))
  if (!asked.success) return new Response(null, { status: 422 })
  const { purpose } = asked.data
  if (purpose === 'SIGN_IN') return Response.json(await askToSign(null))

  const who = await onTheWay()
  if (!who) return new Response(null, { status: 401 })
  if (purpose === 'PROVE') return Response.json(await askToSign(who))
  return maySetUp(who) ? Response.json(await askToMake(who)) : new Response(null, { status: 403 })
}

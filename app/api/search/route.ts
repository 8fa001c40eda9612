import { z } from 'zod'
import { signedInOrNull } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { found } from '#lib/today/search.ts'

const Asked = z.strictObject({ q: z.string().trim().max(60) })

/** What Ctrl K asks as one types. Posted, so that names stand in no address; whence it may come, the server's guard has checked. */
export async function POST(request: Request): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return answer(401, {})
  const asked = Asked.safeParse(await request.json().catch(() => null))
  if (!asked.success) return answer(422, {})
  const { q } = asked.data
  if (q === '') return answer(200, { groups: [] })
  try {
    return answer(200, { groups: await asActor(actor, (tx) => found(tx, actor, q)) })
  } catch (error) {
    if (error instanceof Refusal) return answer(error.status, {})
    throw error
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

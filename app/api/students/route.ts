import { z } from 'zod'
import { signedInOrNull } from '#lib/access/session.ts'
import { Refusal } from '#lib/core/refusal.ts'
import { findStudents } from '#lib/students/find-students.ts'

const Asked = z.strictObject({ q: z.string().trim().max(60) })

/** The list under the field while a name is being typed. Posted, so that the name stands in no address. */
export async function POST(request: Request): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return answer(401, {})
  const asked = Asked.safeParse(await request.json().catch(() => null))
  if (!asked.success) return answer(422, {})
  try {
    return answer(200, { found: await findStudents(actor, asked.data.q) })
  } catch (error) {
    if (error instanceof Refusal) return answer(error.status, {})
    throw error
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

import { may } from '#lib/access/policy.ts'
import { signedInOrNull } from '#lib/access/session.ts'
import { asActor } from '#lib/core/door.ts'
import { importOf } from '#lib/roster/queries.ts'
import { watched } from '#lib/roster/watched.ts'
import { translator } from '#lib/words/translate.ts'

/** How far an import is, for the page that waits for it. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await signedInOrNull()
  if (!actor) return new Response(null, { status: 401 })
  const { id } = await params
  const view = may(actor, 'roster.import') ? await asActor(actor, (tx) => importOf(tx, actor, id)) : null
  return view ? Response.json(watched(view, translator(actor.locale))) : new Response(null, { status: 404 })
}

import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { audit } from '#lib/timeline/audit.ts'

export const AskCheck = z.object({})

/** Has the whole chain gone through in the background; what it finds stands on the page when it is done. */
export async function askCheck(actor: Actor): Promise<string> {
  must(actor, 'audit.check')
  return asActor(actor, async (tx) => {
    await tx.$queryRaw`select app.enqueue('audit.check', ${JSON.stringify({ officeId: actor.officeId })}::jsonb, null, ${`audit.check ${actor.officeId}`})::text`
    await audit(tx, actor, 'audit.check-asked', {})
    return '/audit/checks'
  })
}

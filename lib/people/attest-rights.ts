import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { Many, MaybeText } from '#lib/core/input.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { everybodyOf } from './list.ts'
import { Quarter, quarterOf } from './weeks.ts'

/** Those who are ticked still need it; the others are to be asked again. */
export const AttestRights = z.object({ quarter: Quarter, agencyId: Id, needs: Many(Id, 0, 1000), remark: MaybeText(500) })
export type AttestRights = z.output<typeof AttestRights>

/** The privacy officer has been through the people of an agency, once a quarter: who still needs what she has. */
export async function attestRights(actor: Actor, { quarter, agencyId, needs, remark }: AttestRights): Promise<string> {
  must(actor, 'people.attest')
  // A quarter is gone through while it lasts, or after.
  if (quarter > quarterOf(now())) throw new Invalid('core.field.past', 'remark')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const people = (await everybodyOf(tx, actor, agencyId)).map(({ id }) => id)
    if (people.length === 0) throw new NotFound()
    if ((await tx.rightsAttestation.count({ where: { officeId, quarter, agencyId } })) > 0) throw new NotNow('core.refusal.faster')
    const doubted = people.filter((id) => !needs.includes(id))
    await tx.rightsAttestation.createMany({ data: [{ id: newId(), officeId, quarter, agencyId, byId: staffId, at: now(), people: people.length, doubted, remark }] })
    await audit(tx, actor, 'rights.attested', { subjectId: agencyId })
    return `/people/attestation?quarter=${quarter}`
  })
}

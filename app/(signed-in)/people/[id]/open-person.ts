import { notFound } from 'next/navigation'
import { may, type Action } from '#lib/access/policy.ts'
import { signedIn } from '#lib/access/session.ts'
import { agenciesOf } from '#lib/agencies/queries.ts'
import { asActor } from '#lib/core/door.ts'
import { personLine } from '#lib/people/list.ts'
import { frameFor } from '#lib/today/frame.ts'

/** The person a request is about, never the reader herself, and the bodies she may be at. */
export async function openDeed(id: string, needs: Action) {
  const actor = await signedIn()
  if (!may(actor, needs) || id === actor.staffId) notFound()
  const everywhere = actor.role === 'ADMIN' || actor.role === 'OFFICE_LEAD'
  const { frame, person, agencies } = await asActor(actor, async (tx) => ({
    frame: await frameFor(tx), person: await personLine(tx, actor, id), agencies: (await agenciesOf(tx, actor)).filter(({ id: agencyId }) => everywhere || agencyId === actor.agencyId),
  }))
  if (!person) notFound()
  return { actor, frame, person, agencies }
}

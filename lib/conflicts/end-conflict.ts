import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { AgreeEnd, AskEnd } from './conflict.ts'

/** The first of two says that there is no conflict, and why. Nothing changes yet. */
export async function askEnd(actor: Actor, { id, reason }: AskEnd): Promise<string> {
  must(actor, 'conflict.end')
  refuseRegistrationNumber(reason, 'reason')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    await standing(tx, actor, id)
    const { count } = await tx.conflict.updateMany({ where: { officeId, id, endedAt: null, endAskedById: null }, data: { endAskedById: staffId, endAskedAt: now(), endReason: reason } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'conflict.end-asked', { subjectId: id })
    return `/conflicts/${id}`
  })
}

/** The second agrees, who is neither the first nor the one it is about. */
export async function agreeEnd(actor: Actor, { id }: AgreeEnd): Promise<string> {
  must(actor, 'conflict.end')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { endAskedById } = await standing(tx, actor, id)
    if (!endAskedById) throw new NotNow('core.refusal.notNow')
    if (endAskedById === staffId) throw new NotAllowed('conflicts.refusal.twoPersons')
    const { count } = await tx.conflict.updateMany({ where: { officeId, id, endedAt: null }, data: { endedById: staffId, endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'conflict.end-agreed', { subjectId: id })
    return '/conflicts'
  })
}

async function standing(tx: Tx, { officeId, staffId }: Actor, id: string) {
  const found = await tx.conflict.findFirst({ where: { officeId, id }, select: { staffId: true, endAskedById: true } })
  if (!found) throw new NotFound()
  if (found.staffId === staffId) throw new NotAllowed('conflicts.refusal.own')
  return found
}

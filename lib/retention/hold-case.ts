import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import { caseOf } from '#lib/cases/move-case.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { LiftHold, SetHold } from './retention.ts'

/** A closed case that is wanted still, by a court or an inquiry: it is not destroyed until two have lifted this. */
export async function setHold(actor: Actor, { caseId, reason }: SetHold): Promise<string> {
  must(actor, 'retention.hold')
  refuseRegistrationNumber(reason, 'reason')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await caseOf(tx, actor, caseId)
    if (!found.closedAt) throw new NotNow('retention.refusal.open')
    await tx.legalHold.createMany({ data: [{ id: newId(), officeId, caseId, reason, setById: staffId, setAt: now() }] })
    await audit(tx, actor, 'case.hold-set', { caseId })
    return '/retention'
  })
}

/** The first asks for it to be lifted, somebody else agrees. */
export async function liftHold(actor: Actor, { holdId }: LiftHold): Promise<string> {
  must(actor, 'retention.lift')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.legalHold.findFirst({ where: { officeId, id: holdId, liftedAt: null }, select: { caseId: true, liftAskedById: true } })
    if (!found) throw new NotFound()
    if (found.liftAskedById === staffId) throw new NotNow('retention.refusal.twoPersons')
    const asks = found.liftAskedById === null
    // The head of the programme begins; whoever else answers for it agrees
    if (asks) must(actor, 'retention.hold')
    const data = asks ? { liftAskedById: staffId, liftAskedAt: now() } : { liftedById: staffId, liftedAt: now() }
    const { count } = await tx.legalHold.updateMany({ where: { officeId, id: holdId, liftedAt: null, liftAskedById: found.liftAskedById }, data })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, asks ? 'case.hold-lift-asked' : 'case.hold-lifted', { caseId: found.caseId })
    return '/retention'
  })
}

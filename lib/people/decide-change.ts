import { inviteAccount } from '#lib/access/invite-account.ts'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { NotAllowed, NotFound, NotNow, type Refusal } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { DecideChange, WithdrawChange } from './access-change.ts'

/**
 * The second of two: grants what another asked for somebody else, or gives it back with a word. What is granted is done by
 * the database in the same moment. A try to decide about oneself, or what one asked oneself, is on record.
 */
export async function decideChange(actor: Actor, { id, answer, comment }: DecideChange): Promise<string> {
  must(actor, 'people.decide')
  await refuseOwn(actor, id)
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const change = await standing(tx, actor, id)
    const { count } = await tx.accessChange.updateMany({ where: { officeId, id, state: 'ASKED' }, data: { state: answer, decidedById: actor.staffId, decidedAt: now(), comment: comment || null } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    if (answer === 'GRANTED' && change.kind === 'INVITATION') await inviteAccount(tx, change.staffId)
    await audit(tx, actor, answer === 'GRANTED' ? 'change.granted' : 'change.returned', { subjectId: change.staffId })
    await tell(tx, actor, { kind: 'people.decided', path: `/people/changes/${id}`, staffId: change.askedById })
    return `/people/changes/${id}`
  })
}

/** Whoever asked takes it back, as long as nobody has decided. */
export async function withdrawChange(actor: Actor, { id }: WithdrawChange): Promise<string> {
  must(actor, 'people.ask')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const change = await standing(tx, actor, id)
    if (change.askedById !== staffId) throw new NotAllowed()
    const { count } = await tx.accessChange.updateMany({ where: { officeId, id, state: 'ASKED', askedById: staffId }, data: { state: 'WITHDRAWN', decidedById: staffId, decidedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'change.withdrawn', { subjectId: change.staffId })
    return '/people/changes'
  })
}

async function mayDecide(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`select app.may_decide(${id}::uuid) as may`
  return row?.may ?? false
}

async function standing(tx: Tx, { officeId }: Actor, id: string) {
  const found = await tx.accessChange.findFirst({ where: { officeId, id }, select: { staffId: true, askedById: true, state: true, kind: true } })
  if (!found) throw new NotFound()
  if (found.state !== 'ASKED') throw new NotNow('core.refusal.faster')
  return found
}

/** In a transaction of its own, which stays when the deed is refused. */
async function refuseOwn({ form: _, ...actor }: Actor, id: string): Promise<void> {
  const refusal = await asActor(actor, async (tx): Promise<Refusal | null> => {
    const change = await standing(tx, actor, id)
    const own = change.askedById === actor.staffId || change.staffId === actor.staffId
    if (!own && (await mayDecide(tx, id))) return null
    await audit(tx, actor, 'change.refused', { subjectId: change.staffId, outcome: 'refused' })
    return new NotAllowed(own ? 'colleagues.refusal.twoPersons' : 'colleagues.refusal.notYours')
  })
  if (refusal) throw refusal
}

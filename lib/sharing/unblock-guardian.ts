import { may, must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import type { AskUnblock, SettleUnblock } from './guardian-block.ts'

/** The first of two says why a guardian may be told again. Nothing changes yet. */
export async function askUnblock(actor: Actor, { caseId, blockId, reason }: AskUnblock): Promise<string> {
  must(actor, 'guardian.unblock-ask')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    await standing(tx, actor, caseId, blockId)
    await refuseWhoOnlyLooks(tx, actor, caseId)
    const { count } = await tx.guardianBlock.updateMany({ where: { officeId, id: blockId, endedAt: null, endAskedById: null }, data: { endAskedById: staffId, endAskedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await tx.guardianBlockReason.createMany({ data: [{ id: newId(), officeId, blockId, part: 'END', body: reason, byId: staffId, at: now() }] })
    await record(tx, actor, { type: 'guardian.unblock-asked', caseId, data: {} })
    await tellDeciders(tx, actor, caseId)
    return `/cases/${caseId}/guardians`
  })
}

/** The second decides, for the school or the centre: told again, or not. Never of her own asking. */
export async function settleUnblock(actor: Actor, { caseId, blockId, answer }: SettleUnblock): Promise<string> {
  must(actor, 'guardian.unblock')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { endAskedById } = await standing(tx, actor, caseId, blockId)
    if (!endAskedById) throw new NotNow('core.refusal.notNow')
    if (endAskedById === staffId) throw new NotAllowed('sharing.refusal.unblockByTwo')
    const data = answer === 'UNBLOCK' ? { endedById: staffId, endedAt: now() } : { endAskedById: null, endAskedAt: null }
    const { count } = await tx.guardianBlock.updateMany({ where: { officeId, id: blockId, endedAt: null, endAskedById }, data })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await record(tx, actor, { type: answer === 'UNBLOCK' ? 'guardian.unblocked' : 'guardian.block-kept', caseId, data: {} })
    return `/cases/${caseId}/guardians`
  })
}

/** An observer, and whoever reads through broken glass, opens nothing. */
async function refuseWhoOnlyLooks(tx: Tx, actor: Actor, caseId: string) {
  if (may(actor, 'guardian.unblock')) return
  const { officeId, staffId } = actor
  const part = await tx.caseMember.count({ where: { officeId, staffId, caseId, endedAt: null, relation: { not: 'OBSERVER' } } })
  if (part === 0) throw new NotAllowed('sharing.refusal.observer')
}

async function standing(tx: Tx, { officeId }: Actor, caseId: string, blockId: string) {
  const found = await tx.guardianBlock.findFirst({ where: { officeId, id: blockId, case: { id: caseId } }, select: { endAskedById: true } })
  if (!found) throw new NotFound()
  return found
}

/** Whoever may be the second: the school's lead and the centre's. */
async function tellDeciders(tx: Tx, actor: Actor, caseId: string) {
  const { officeId } = actor
  const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { schoolId: true } })
  const deciders = await tx.staff.findMany({
    where: { officeId, leftAt: null, OR: [{ role: 'OFFICE_LEAD' }, { role: 'SCHOOL_LEAD', ...(found && { agencyId: found.schoolId }) }] }, select: { id: true },
  })
  for (const { id } of deciders) await tell(tx, actor, { kind: 'guardian.unblock-asked', path: `/cases/${caseId}/guardians`, staffId: id })
}

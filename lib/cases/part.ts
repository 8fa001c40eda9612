import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { NotAllowed } from '#lib/core/refusal.ts'
import { endsCase, onlyLooks } from './deeds.ts'

/** Whoever was let in to look changes nothing. */
export async function refuseObserver(tx: Tx, actor: Actor, caseId: string): Promise<void> {
  if (onlyLooks(actor, await partOf(tx, actor, caseId))) throw new NotAllowed('cases.page.off.observer')
}

/** A case is ended by who answers for it. */
export async function refuseUnlessLead(tx: Tx, actor: Actor, caseId: string): Promise<void> {
  if (!endsCase(actor, await partOf(tx, actor, caseId))) throw new NotAllowed('cases.page.off.leadOnly')
}

async function partOf(tx: Tx, { officeId, staffId }: Actor, caseId: string) {
  const part = await tx.caseMember.findFirst({ where: { officeId, caseId, staffId, endedAt: null }, select: { relation: true } })
  if (part) return part.relation
  // Closed, it has no team any more; its last lead still answers for it.
  return (await tx.case.count({ where: { officeId, id: caseId, leadId: staffId } })) > 0 ? 'LEAD' : null
}

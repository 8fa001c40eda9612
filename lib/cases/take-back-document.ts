import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { canTakeBack, type TakeBackDocument } from '#lib/documents/document.ts'
import { domains, layers } from '#lib/timeline/layers.ts'
import { record } from '#lib/timeline/record.ts'

const Place = z.object({ layer: z.enum(layers), domain: z.enum(domains) })

/** Takes back what one put there within a day: nobody opens it any more, and that it was there stays. */
export async function takeBackDocument(actor: Actor, { caseId, documentId }: TakeBackDocument): Promise<string> {
  must(actor, 'document.add')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.document.findFirst({ where: { officeId, id: documentId, caseId }, select: { uploadedById: true, at: true, endedAt: true, layer: true, domain: true, kind: true } })
    if (!found || found.uploadedById !== staffId) throw new NotFound()
    if (!canTakeBack({ ...found, mine: true }, now())) throw new NotNow('documents.refusal.tooLate')
    const { count } = await tx.document.updateMany({ where: { officeId, id: documentId, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await record(tx, actor, { type: 'document.taken-back', caseId, ...Place.parse(found), data: { documentId, kind: found.kind } })
    return `/cases/${caseId}/documents`
  })
}

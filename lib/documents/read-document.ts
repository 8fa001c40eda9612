import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { openBody } from './box.ts'

export interface ReadDocument {
  name: string
  mediaType: string
  content: Uint8Array
}

/** A document as it was kept, for whoever may read it; written down as a reading. What nobody has checked is not given out. */
export async function readDocument(tx: Tx, actor: Actor, id: string): Promise<ReadDocument> {
  const { officeId } = actor
  const found = Id.safeParse(id).success ? await tx.document.findFirst({ where: { officeId, id, endedAt: null }, select: { name: true, mediaType: true, state: true, caseId: true } }) : null
  if (!found) throw new NotFound()
  if (found.state !== 'CLEAN') throw new NotNow(`documents.notYet.${found.state}`)
  const body = await tx.documentBody.findFirst({ where: { officeId, documentId: id }, select: { box: true } })
  const content = body && (await openBody(id, body.box))
  if (!content) throw new NotNow('documents.notYet.LOST')
  await audit(tx, actor, 'document.read', { caseId: found.caseId, subjectId: id })
  return { name: found.name, mediaType: found.mediaType, content }
}

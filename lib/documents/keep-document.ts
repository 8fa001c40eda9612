import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { env } from '#lib/core/env.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { sealBody } from './box.ts'
import type { DocumentKind, DocumentLayer } from './document.ts'
import type { ReadyDocument } from './inspect.ts'

/** What it belongs to: a case, or it is the signed paper of a child's consents, read by whoever may write one down for her. */
type Belongs =
  | { caseId: string; studentId: string; kind: DocumentKind; layer: DocumentLayer; domain: Domain; linked: boolean }
  | { formId: string | null; studentId: string }

/**
 * Keeps a file that was made ready (`inspectDocument`), in the transaction of what it is for. The database refuses what
 * has no room any more, and what the actor may not add to. Returns its id; what is read of it goes through
 * `/api/documents/[id]`.
 */
export async function keepDocument(tx: Tx, actor: Actor, belongs: Belongs, ready: ReadyDocument): Promise<string> {
  const { officeId, staffId, agencyId } = actor
  const { id, name, mediaType, bytes, sha256, content } = ready
  const place = 'caseId' in belongs ? belongs : { ...belongs, kind: 'CONSENT', layer: 'PLAN' as const, domain: 'GENERAL', linked: false }
  const box = await sealBody(id, 'caseId' in belongs ? belongs.caseId : id, content)
  const how = ready.redrawn ? 'REDRAWN' : await scannedElsewhere(tx, officeId)
  await tx.document.createMany({
    data: [{ id, officeId, ...place, name, mediaType, bytes, sha256, state: how ? 'CLEAN' : 'QUARANTINED', checkedHow: how, checkedAt: how && now(), uploadedById: staffId, agencyId, at: now() }],
  })
  await tx.documentBody.createMany({ data: [{ officeId, documentId: id, box }] })
  if (!how) await tx.$queryRaw`select app.enqueue('document.scan', ${JSON.stringify({ officeId, documentId: id })}::jsonb, null, ${`document.scan ${id}`})::text`
  // On a case the timeline tells of it, and the audit with it
  if ('formId' in belongs) await audit(tx, actor, 'document.kept', { subjectId: id })
  return id
}

/** Where no scanner is set here, and the office said that files are scanned on their way. */
async function scannedElsewhere(tx: Tx, officeId: string): Promise<'ELSEWHERE' | null> {
  if (env().clamav) return null
  const office = await tx.office.findFirst({ where: { id: officeId }, select: { scannedElsewhere: true } })
  return office?.scannedElsewhere ? 'ELSEWHERE' : null
}

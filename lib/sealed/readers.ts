import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { sealedOf } from './queries.ts'
import type { EndReader, NameReader } from './sealed.ts'
import { nameReader } from './write-sealed.ts'

/** Whoever wrote it names one more person who may open it. */
export async function addReader(actor: Actor, { caseId, recordId, staffId }: NameReader): Promise<string> {
  must(actor, 'sealed.write')
  return asActor(actor, async (tx) => {
    const found = (await sealedOf(tx, actor, caseId)).find(({ id }) => id === recordId)
    if (!found?.mine) throw new NotFound()
    await nameReader(tx, actor, { caseId, recordId, kind: found.kind, staffId }, { field: 'staffId' })
    await audit(tx, actor, 'sealed.reader-named', { caseId, subjectId: recordId })
    return `/cases/${caseId}/sealed/${recordId}`
  })
}

/** From the next request on she opens it no more. */
export async function endReader(actor: Actor, { caseId, readerId }: EndReader): Promise<string> {
  must(actor, 'sealed.write')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.sealedReader.findFirst({ where: { officeId, id: readerId }, select: { recordId: true, staffId: true, namedById: true } })
    if (!found || found.namedById !== staffId || found.staffId === staffId) throw new NotFound()
    const { count } = await tx.sealedReader.updateMany({ where: { officeId, id: readerId, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'sealed.reader-ended', { caseId, subjectId: found.recordId })
    return `/cases/${caseId}/sealed/${found.recordId}`
  })
}

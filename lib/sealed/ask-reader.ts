import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell, tellRoles } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { sealedOf } from './queries.ts'
import type { AnswerReader, AskReader } from './sealed.ts'
import { nameReader } from './write-sealed.ts'

/** The first of two: whoever wrote it names somebody of a private body outside, and says why. It opens nothing yet. */
export async function askReader(actor: Actor, { caseId, recordId, staffId, reason }: AskReader): Promise<string> {
  must(actor, 'sealed.write')
  refuseRegistrationNumber(reason, 'reason')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = (await sealedOf(tx, actor, caseId)).find(({ id }) => id === recordId)
    if (!found?.mine) throw new NotFound()
    const named = await tx.sealedReader.count({ where: { officeId, recordId, staffId, endedAt: null } })
    if (named > 0) throw new NotNow('core.refusal.faster')
    const readerId = await nameReader(tx, actor, { caseId, recordId, kind: found.kind, staffId }, { field: 'staffId', byTwo: true })
    const id = newId()
    await tx.readerGrant.createMany({ data: [{ id, officeId, readerId, caseId, askedById: actor.staffId, reason, askedAt: now() }] })
    await audit(tx, actor, 'sealed.reader-asked', { caseId, subjectId: recordId })
    await tellRoles(tx, actor, ['OFFICE_LEAD'], { kind: 'sealed.reader-asked', path: `/readers/${id}` })
    return `/cases/${caseId}/sealed/${recordId}`
  })
}

/** The second: the centre's lead agrees, or not (▲). It opens nothing to her. */
export async function answerReader(actor: Actor, { id, answer, password }: AnswerReader): Promise<string> {
  must(actor, 'sealed.grant-reader')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.readerGrant.findFirst({ where: { officeId, id }, select: { caseId: true, askedById: true } })
    if (!found) throw new NotFound()
    if (found.askedById === staffId) throw new NotAllowed('sealed.refusal.ownAsking')
    const { count } = await tx.readerGrant.updateMany({ where: { officeId, id, answer: null }, data: { answer, answeredById: staffId, answeredAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, answer === 'GRANTED' ? 'sealed.reader-granted' : 'sealed.reader-refused', { caseId: found.caseId, subjectId: id })
    await tell(tx, actor, { kind: 'sealed.reader-answered', path: `/cases/${found.caseId}/sealed`, staffId: found.askedById })
    return `/readers/${id}`
  })
}

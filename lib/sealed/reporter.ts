import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { Text } from '#lib/core/input.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell, tellRoles } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { sealedOf } from './queries.ts'

/** For so long a grant lasts. The database knows the same (`reporter_grant_by_two`). */
const hours = 24

export const AskReporter = z.object({
  caseId: Id,
  recordId: Id,
  reason: Text(500).refine((text) => text === '' || text.length >= 10, 'sealed.refusal.reasonShort'),
})
export type AskReporter = z.output<typeof AskReporter>

/** The first of two: a coordinator who is named for the record says why she must know who reported. Whether anybody is written down she does not learn by it. */
export async function askReporter(actor: Actor, { caseId, recordId, reason }: AskReporter): Promise<string> {
  must(actor, 'sealed.ask-reporter')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = (await sealedOf(tx, actor, caseId)).find(({ id }) => id === recordId)
    if (!found) throw new NotFound()
    if (found.withReporter) throw new NotNow('core.refusal.faster')
    const id = newId()
    await tx.reporterGrant.createMany({ data: [{ id, officeId, recordId, caseId, askedById: staffId, reason, askedAt: now() }] })
    await audit(tx, actor, 'sealed.reporter-asked', { caseId, subjectId: recordId })
    await tellRoles(tx, actor, ['OFFICE_LEAD'], { kind: 'sealed.reporter-asked', path: `/reporters/${id}` })
    return `/cases/${caseId}/sealed/${recordId}`
  })
}

export const AnswerReporter = z.object({ id: Id, answer: z.enum(['GRANTED', 'REFUSED'], 'core.field.choose'), password: z.string().max(200, 'core.field.tooLong').default('') })
export type AnswerReporter = z.output<typeof AnswerReporter>

/** The second: the centre's lead allows it for a day, or not (▲). It opens nothing to her. */
export async function answerReporter(actor: Actor, { id, answer, password }: AnswerReporter): Promise<string> {
  must(actor, 'sealed.grant-reporter')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const at = now()
    const found = await tx.reporterGrant.findFirst({ where: { officeId, id } })
    if (!found) throw new NotFound()
    if (found.askedById === staffId) throw new NotAllowed('sealed.refusal.ownAsking')
    const until = answer === 'GRANTED' ? new Date(at.getTime() + hours * 3_600_000) : null
    const { count } = await tx.reporterGrant.updateMany({ where: { officeId, id, answer: null }, data: { answer, answeredById: staffId, answeredAt: at, until } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, answer === 'GRANTED' ? 'sealed.reporter-granted' : 'sealed.reporter-refused', { caseId: found.caseId, subjectId: found.recordId })
    await tell(tx, actor, { kind: 'sealed.reporter-answered', path: `/cases/${found.caseId}/sealed`, staffId: found.askedById })
    return `/reporters/${id}`
  })
}

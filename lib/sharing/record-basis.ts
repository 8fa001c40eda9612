import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { isoDay } from '#lib/words/days.ts'
import { basisRules, kindsInUse, reviewDue, type RecordBasis } from './basis.ts'
import { blockForBasis } from './block-guardian.ts'
import { refuseObserver } from './observer.ts'
import { lastDay } from './period.ts'
import { refuseRecipient } from './recipient.ts'

/** Lets a recipient be told of a case without consent, because another law says so: for a reason, some items and a time. */
export async function recordBasis(actor: Actor, { caseId, recipientId, kind, reason, items, sensitive = false, validUntil }: RecordBasis): Promise<string> {
  must(actor, 'basis.record')
  const at = now()
  if (!kindsInUse(isoDay(at)).includes(kind)) throw new Invalid('sharing.refusal.kindNotInUse', 'kind')
  const rule = basisRules[kind]
  const until = lastDay(validUntil, at, at, rule.longestDays)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { closedAt: true, studentId: true } })
    if (!found) throw new NotFound()
    if (found.closedAt) throw new NotNow('core.refusal.caseClosed')
    await refuseObserver(tx, actor, { caseId })
    await refuseRecipient(tx, actor, recipientId)
    await tx.lawfulBasis.createMany({
      data: [{
        id: newId(), officeId, caseId, recipientId, kind, reason, items: [...new Set(items)], sensitive, validFrom: at, validUntil: until,
        reviewDueAt: reviewDue(kind, at, until), recordedById: staffId, recordedAt: at,
      }],
    })
    await record(tx, actor, { type: 'basis.recorded', caseId, data: { recipientId, kind, validUntil: until.toISOString() } })
    const asks = 'quiet' in rule && (await blockForBasis(tx, actor, { caseId, studentId: found.studentId }))
    return asks ? `/cases/${caseId}/guardians` : `/cases/${caseId}/sharing`
  })
}

import { must } from '#lib/access/policy.ts'
import { prove } from '#lib/access/prove.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotFound } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { sealedOf } from './queries.ts'
import type { OpenSealed } from './sealed.ts'

/** Breaks the seal for oneself, for ten minutes, with a reason that stays: of a record one is named for (▲). */
export async function openSealed(actor: Actor, { caseId, recordId, what, reason, password }: OpenSealed): Promise<string> {
  must(actor, 'sealed.open')
  await prove(actor, password)
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = (await sealedOf(tx, actor, caseId)).find(({ id }) => id === recordId)
    if (!found || (what === 'REPORTER' && !found.withReporter)) throw new NotFound()
    await tx.sealedOpening.createMany({ data: [{ id: newId(), officeId, recordId, staffId, what, reason, at: now() }] })
    await audit(tx, actor, what === 'CONTENT' ? 'sealed.unsealed' : 'sealed.reporter-read', { caseId, subjectId: recordId })
    return `/cases/${caseId}/sealed/${recordId}`
  })
}

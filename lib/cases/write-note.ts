import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { dropDraft } from '#lib/drafts/drafts.ts'
import { record } from '#lib/timeline/record.ts'
import { caseOf } from './move-case.ts'
import { happened, noteFields, refuseRegistrationNumber } from './note.ts'
import { refuseObserver } from './part.ts'

export const WriteNote = z.object({ caseId: Id, ...noteFields })
export type WriteNote = z.output<typeof WriteNote>

/** Writes down what was seen or heard. It stands on the timeline at the moment it happened. */
export async function writeNote(actor: Actor, { caseId, childSeen = false, ...input }: WriteNote): Promise<string> {
  must(actor, 'case.note')
  refuseRegistrationNumber(input.body)
  const happenedAt = happened(input.happenedAt)

  return asActor(actor, async (tx) => {
    const { officeId, staffId, agencyId } = actor
    await caseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const noteId = newId()
    const { kind, layer, audience, domain, body } = input
    await tx.note.createMany({
      data: [{ id: noteId, officeId, caseId, authorId: staffId, agencyId, kind, layer, audience, domain, body, childSeen, happenedAt, writtenAt: now() }],
    })
    if (childSeen) await childWasSeen(tx, actor, caseId, happenedAt)
    const eventId = await record(tx, actor, {
      type: 'note.written', caseId, layer, audience, domain, noteId, at: happenedAt, data: { kind, childSeen },
    })
    await dropDraft(tx, actor, { kind: 'note', subject: caseId })
    return `/cases/${caseId}#e-${eventId}`
  })
}

/** Keeps the last day somebody saw the child face to face. Two who saw her on different days do not clash: the later counts. */
export async function childWasSeen(tx: Tx, { officeId }: Actor, caseId: string, at: Date): Promise<void> {
  await tx.case.updateMany({
    where: { officeId, id: caseId, OR: [{ childSeenAt: null }, { childSeenAt: { lt: at } }] },
    data: { childSeenAt: at },
  })
}

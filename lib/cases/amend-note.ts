import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { Text, Version } from '#lib/core/input.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import type { Domain, Layer } from '#lib/timeline/layers.ts'
import { record } from '#lib/timeline/record.ts'
import { mendable, refuseRegistrationNumber } from './note.ts'
import { refuseObserver } from './part.ts'

export const AmendNote = z.object({ caseId: Id, noteId: Id, version: Version, body: Text(8000) })
export type AmendNote = z.output<typeof AmendNote>

/** One's own note changes for a day. Later, and for everybody else's, what is written is an addendum beside it. */
export async function amendNote(actor: Actor, { caseId, noteId, version, body }: AmendNote): Promise<string> {
  must(actor, 'case.note')
  refuseRegistrationNumber(body)

  return asActor(actor, async (tx) => {
    const { officeId, staffId, agencyId } = actor
    const note = await tx.note.findFirst({ where: { officeId, caseId, id: noteId } })
    if (!note) throw new NotFound()
    await refuseObserver(tx, actor, caseId)
    const { audience } = note
    // The database knows no note of another layer (`note_not_sealed`), and every domain came through WriteNote.
    const [layer, domain] = [note.layer as Layer, note.domain as Domain]

    let eventId: string
    if (mendable(note, staffId, now())) {
      const { count } = await tx.note.updateMany({ where: { officeId, id: noteId, version }, data: { body, version: { increment: 1 } } })
      if (count === 0) throw new NotNow('cases.refusal.changedMeanwhile')
      eventId = await record(tx, actor, { type: 'note.amended', caseId, layer, audience, domain, data: { amendsId: noteId } })
    } else {
      const addendum = newId()
      await tx.note.createMany({
        data: [{ id: addendum, officeId, caseId, authorId: staffId, agencyId, kind: note.kind, layer, audience, domain, body, happenedAt: now(), writtenAt: now(), amendsId: noteId }],
      })
      eventId = await record(tx, actor, { type: 'note.amended', caseId, layer, audience, domain, noteId: addendum, data: { amendsId: noteId } })
    }
    return `/cases/${caseId}#e-${eventId}`
  })
}


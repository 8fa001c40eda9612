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
import { mendableHours, refuseRegistrationNumber } from './note.ts'

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
    const { audience } = note
    // The database knows no note of another layer (`note_not_sealed`), and every domain came through WriteNote.
    const [layer, domain] = [note.layer as Layer, note.domain as Domain]

    if (mendable(note, staffId)) {
      const { count } = await tx.note.updateMany({ where: { officeId, id: noteId, version }, data: { body, version: { increment: 1 } } })
      if (count === 0) throw new NotNow('cases.refusal.changedMeanwhile')
      await record(tx, actor, { type: 'note.amended', caseId, layer, audience, domain, data: { amendsId: noteId } })
    } else {
      const addendum = newId()
      await tx.note.createMany({
        data: [{ id: addendum, officeId, caseId, authorId: staffId, agencyId, kind: note.kind, layer, audience, domain, body, happenedAt: now(), writtenAt: now(), amendsId: noteId }],
      })
      await record(tx, actor, { type: 'note.amended', caseId, layer, audience, domain, noteId: addendum, data: { amendsId: noteId } })
    }
    return `/cases/${caseId}`
  })
}

/** Whether the note itself may still be changed by this person. */
export function mendable(note: { authorId: string; writtenAt: Date; amendsId: string | null }, staffId: string): boolean {
  return note.authorId === staffId && now().getTime() - note.writtenAt.getTime() < mendableHours * 3_600_000
}

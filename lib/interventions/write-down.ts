import type { NoteKind } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import type { Layer } from '#lib/timeline/layers.ts'
import type { InterventionRow } from './move-intervention.ts'

interface Writing {
  kind?: NoteKind
  body: string
  layer?: Extract<Layer, 'PLAN' | 'PROGRESS' | 'SENSITIVE'>
  childSeen?: boolean
  happenedAt?: Date
}

/** What a person wrote while doing something to a piece of help: a note of the case, in the domain of the help. Returns its id. */
export async function writeDown(tx: Tx, actor: Actor, { caseId, domain }: InterventionRow, { kind = 'OTHER', body, layer = 'PROGRESS', childSeen = false, happenedAt = now() }: Writing): Promise<string> {
  const id = newId()
  await tx.note.createMany({
    data: [{ id, officeId: actor.officeId, caseId, authorId: actor.staffId, agencyId: actor.agencyId, kind, layer, audience: 'TEAM', domain, body, childSeen, happenedAt, writtenAt: now() }],
  })
  return id
}

import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { events, type EventData, type EventType } from './events.ts'
import type { Audience, Domain, Layer } from './layers.ts'

type Happening = {
  [T in EventType]: {
    type: T
    data: EventData<T>
    caseId?: string | undefined
    referralId?: string | undefined
    /** PLAN unless said otherwise. */
    layer?: Layer
    audience?: Audience
    domain?: Domain
    noteId?: string
    /** When it happened, if that was earlier than now. */
    at?: Date
  }
}[EventType]

/**
 * Writes down what happened and who did it, in the transaction of the deed: one statement for the event and its audit
 * entry. The database tells everybody who looks on. Returns the event's id.
 */
export async function record(tx: Tx, actor: Actor, happening: Happening): Promise<string> {
  const id = newId()
  const data = JSON.stringify(events[happening.type].parse(happening.data))
  const caseId = happening.caseId ?? null
  const referralId = happening.referralId ?? null
  const at = happening.at ?? now()
  await tx.$executeRaw`
    with audited as (
      insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, subject_id)
      values (${newId()}::uuid, ${actor.officeId}::uuid, ${now()}, ${actor.staffId}::uuid, app.actor_session(),
              ${happening.type}, ${caseId}::uuid, ${referralId ?? id}::uuid))
    insert into events (id, office_id, case_id, referral_id, type, at, actor_id, agency_id, layer, audience, domain, note_id, data)
    values (${id}::uuid, ${actor.officeId}::uuid, ${caseId}::uuid, ${referralId}::uuid, ${happening.type}, ${at},
            ${actor.staffId}::uuid, ${actor.agencyId}::uuid, ${happening.layer ?? 'PLAN'}::"Layer",
            ${happening.audience ?? 'TEAM'}::"Audience", ${happening.domain ?? 'GENERAL'}, ${happening.noteId ?? null}::uuid, ${data}::jsonb)`
  return id
}

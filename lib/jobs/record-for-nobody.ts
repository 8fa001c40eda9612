import type { PoolClient } from 'pg'
import { newId } from '#lib/core/id.ts'
import { events, type EventData, type EventType } from '#lib/timeline/events.ts'

interface Happening<T extends EventType> {
  officeId: string
  caseId: string
  domain: string
  data: EventData<T>
}

/** What the service itself noted on a case: by nobody, at the database's time, with its audit entry. */
export async function recordForNobody<T extends EventType>(client: PoolClient, type: T, { officeId, caseId, domain, data }: Happening<T>): Promise<void> {
  const id = newId()
  await client.query(
    `with audited as (
       insert into audit_entries (id, office_id, at, action, case_id, subject_id) values ($1, $2, app.now(), $3, $4, $5))
     insert into events (id, office_id, case_id, type, at, layer, audience, domain, data)
     values ($5, $2, $4, $3, app.now(), 'PLAN', 'TEAM', $6, $7)`,
    [newId(), officeId, type, caseId, id, domain, JSON.stringify(events[type].parse(data))],
  )
}

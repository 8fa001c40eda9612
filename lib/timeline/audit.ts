import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'

/** Writes down who did what to which thing, where no timeline tells of it (`record` does both). Identifiers only. */
export async function audit(tx: Tx, { officeId, staffId }: Actor, action: string, { caseId = null, subjectId = null, outcome = 'done' }: { caseId?: string | null; subjectId?: string | null; outcome?: 'done' | 'refused' }): Promise<void> {
  await tx.$executeRaw`
    insert into audit_entries (id, office_id, at, staff_id, session_id, action, case_id, subject_id, outcome)
    values (${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(), ${action}, ${caseId}::uuid, ${subjectId}::uuid, ${outcome})`
}

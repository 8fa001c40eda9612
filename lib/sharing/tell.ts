import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { EventData } from '#lib/timeline/events.ts'
import { record } from '#lib/timeline/record.ts'

type Told =
  | { type: 'consent.recorded'; data: EventData<'consent.recorded'> }
  | { type: 'consent.narrowed'; data: EventData<'consent.narrowed'> }
  | { type: 'consent.withdrawn'; data: EventData<'consent.withdrawn'> }

/** Notes an answer on the child's open case; where there is none, in the audit alone. Returns where to go on. */
export async function tellOfConsent(tx: Tx, actor: Actor, { studentId, consentId }: { studentId: string; consentId: string }, told: Told): Promise<string> {
  const open = await tx.case.findFirst({ where: { officeId: actor.officeId, studentId, closedAt: null }, select: { id: true } })
  if (!open) {
    await audit(tx, actor, told.type, { subjectId: consentId })
    return `/students/${studentId}`
  }
  await record(tx, actor, { ...told, caseId: open.id })
  return `/cases/${open.id}/sharing`
}

/** A recipient may be told less than before: whoever leads the case hears of it, and the next page says what hangs on it. `path` is what the deed led to. */
export async function toldLess(tx: Tx, actor: Actor, path: string, recipientId: string): Promise<string> {
  const [, place, caseId] = path.split('/')
  if (place !== 'cases' || caseId === undefined) return path
  const found = await tx.case.findFirst({ where: { officeId: actor.officeId, id: caseId }, select: { leadId: true } })
  await tell(tx, actor, { kind: 'consent.withdrawn', path, ...(found?.leadId ? { staffId: found.leadId } : { caseId }) })
  return `/cases/${caseId}/sharing/affected?recipient=${recipientId}`
}

/** Two who write down answers about the same child and recipient come one after the other. */
export async function oneAtATime(tx: Tx, studentId: string, recipientId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`consent ${studentId} ${recipientId}`}, 0))`
}

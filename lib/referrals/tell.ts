import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

interface Tidings {
  kind: 'referral.submitted' | 'referral.joined' | 'referral.asked' | 'referral.answered' | 'referral.passed' | 'referral.decided' | 'referral.withdrawn' | 'referral.noticed'
  /** Where the reader finds out more, after signing in. */
  path: string
  staffId?: string | null
  agencyId?: string | null
  caseId?: string
}

/** An e-mail without content, in the same transaction: identifiers only; whoever reads it signs in to learn more. */
export async function tell(tx: Tx, { officeId, staffId: me }: Actor, { kind, path, staffId, agencyId, caseId }: Tidings): Promise<void> {
  if (staffId === me) return
  const payload = JSON.stringify({ officeId, kind, path, ...(staffId && { staffId }), ...(!staffId && agencyId && { agencyId }), ...(caseId && { caseId }) })
  await tx.$executeRaw`select app.enqueue('notice', ${payload}::jsonb)`
}

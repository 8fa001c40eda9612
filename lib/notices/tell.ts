import type { Actor, Role } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import type { NoticeKind } from './notice.ts'

interface Tidings {
  kind: NoticeKind
  /** Where the reader finds out more, after signing in. */
  path: string
  /** One person; without one, whoever leads the agency, or who works on the case. */
  staffId?: string | null | undefined
  agencyId?: string | null
  caseId?: string
}

/**
 * An e-mail without content, in the same transaction: identifiers only; whoever reads it signs in to learn more.
 * One that still waits to be sent is not sent twice.
 */
export async function tell(tx: Tx, { officeId, staffId: me }: Actor, { kind, path, staffId, agencyId, caseId }: Tidings): Promise<void> {
  if (staffId === me) return
  const to = staffId ? { staffId } : { ...(agencyId && { agencyId }), ...(caseId && { caseId }) }
  const key = ['notice', kind, path, staffId ?? agencyId ?? caseId].join(' ')
  await tx.$executeRaw`select app.enqueue('notice', ${JSON.stringify({ officeId, kind, path, ...to })}::jsonb, null, ${key})`
}

/** The same to everybody of the office who has one of these roles. */
export async function tellRoles(tx: Tx, actor: Actor, roles: Role[], tidings: Pick<Tidings, 'kind' | 'path'>): Promise<void> {
  const people = await tx.staff.findMany({ where: { officeId: actor.officeId, role: { in: roles }, leftAt: null }, select: { id: true } })
  for (const { id } of people) await tell(tx, actor, { ...tidings, staffId: id })
}

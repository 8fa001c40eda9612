import { may } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'

/** What somebody else asked and the actor may agree to or refuse, beside what has a list of its own on the first page. */
export interface Decision {
  what: 'REPORTER' | 'READER' | 'EXPORT' | 'DESTRUCTION' | 'RECOVERY'
  id: string
  askedAt: Date
}

const rooms: Record<Decision['what'], string> = { REPORTER: '/reporters', READER: '/readers', EXPORT: '/exports', DESTRUCTION: '/retention', RECOVERY: '/recoveries' }

/** Where it is decided. */
export const roomOf = ({ what, id }: Decision): string => `${rooms[what]}/${id}`

/** The longest waiting first. Row security leaves out what is not the actor's to decide; her own asking is another's. */
export async function decisionsFor(tx: Tx, actor: Actor): Promise<Decision[]> {
  const grants = may(actor, 'sealed.grant-reporter') && may(actor, 'sealed.grant-reader')
  const [exported, destroyed, recovered] = [may(actor, 'export.agree'), may(actor, 'retention.agree'), may(actor, 'account.vouch')]
  if (!grants && !exported && !destroyed && !recovered) return []
  const { officeId, staffId } = actor
  return tx.$queryRaw<Decision[]>`
    select 'REPORTER' as what, id, asked_at as "askedAt" from reporter_grants where ${grants} and office_id = ${officeId}::uuid and answer is null and asked_by_id <> ${staffId}::uuid
    union all select 'READER', id, asked_at from reader_grants where ${grants} and office_id = ${officeId}::uuid and answer is null and asked_by_id <> ${staffId}::uuid
    union all select 'EXPORT', id, at from exports where ${exported} and office_id = ${officeId}::uuid and state = 'ASKED' and requested_by_id <> ${staffId}::uuid
    union all select 'DESTRUCTION', id, asked_at from destructions where ${destroyed} and office_id = ${officeId}::uuid and state = 'ASKED' and asked_by_id <> ${staffId}::uuid
    union all select 'RECOVERY', id, asked_at from account_recoveries where ${recovered} and office_id = ${officeId}::uuid and answer is null and asked_by_id <> ${staffId}::uuid and staff_id <> ${staffId}::uuid
    order by 3, 2 limit 50`
}

import { newId } from '#lib/core/id.ts'
import type { AskIdentity } from '#lib/core/identity-door.ts'
import type { Account } from './sign-in.ts'

/** What a deed of the identity layer needs to know of whoever does it. */
export interface Self extends Account {
  sessionKey: string
}

/** From now on this session has shown a second factor. */
export async function strengthen(ask: AskIdentity, self: Self): Promise<void> {
  await ask('update sessions set second_at = app.now() where key_hash = sha256($1) and office_id = $2 and staff_id = $3 and ended_at is null', [Buffer.from(self.sessionKey, 'hex'), self.office_id, self.staff_id])
  await settle(ask, self.sessionKey)
}

/**
 * A session has begun; one that opens nothing yet is left alone here: a password alone ends nobody's work. Where another of the same person was in use from another address within the last
 * ten minutes, that is written down: nobody sits in two places (T19). Where the office allows one at a time, the others end.
 */
export async function settle(ask: AskIdentity, sessionKey: string): Promise<void> {
  const mine = `mine as (select n.*, s.role::text = any(o.one_session_roles) as alone from sessions n join staff s on s.office_id = n.office_id and s.id = n.staff_id join offices o on o.id = n.office_id
      join accounts c on c.office_id = n.office_id and c.staff_id = n.staff_id
      where n.key_hash = sha256($1) and n.last_seen_at is not null
        and (n.second_at is not null or not (app.second_required(s.role::text, o.second_factor_roles, o.second_factor_inside, n.address, c.factor_due) or app.has_second(n.office_id, n.staff_id)))),
    others as (select x.* from sessions x, mine n where x.office_id = n.office_id and x.staff_id = n.staff_id and x.id <> n.id and x.ended_at is null and x.expires_at > app.now() and x.last_seen_at is not null)`
  const key = Buffer.from(sessionKey, 'hex')
  await ask(`with ${mine} insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id, address)
     select $2, n.office_id, app.now(), n.staff_id, n.id, 'session.concurrent', x.id, nullif(n.address, '') from mine n, others x
     where x.last_seen_at > app.now() - interval '10 minutes' and x.address is distinct from n.address order by x.last_seen_at desc limit 1`, [key, newId()])
  await ask(`with ${mine} update sessions u set ended_at = app.now(), end_reason = 'SIGNED_IN_ELSEWHERE' from others x, mine n where n.alone and u.office_id = x.office_id and u.id = x.id`, [key])
}

/** Who did what to her own account, without what. */
export async function auditSelf(ask: AskIdentity, { office_id, staff_id, sessionKey }: Self, action: string, address: string, subjectId: string | null = null): Promise<void> {
  await ask(`insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id, address)
     values ($1, $2, app.now(), $3, (select n.id from sessions n where n.key_hash = sha256($4)), $5, $6, nullif($7, ''))`,
    [newId(), office_id, staff_id, Buffer.from(sessionKey, 'hex'), action, subjectId, address])
}

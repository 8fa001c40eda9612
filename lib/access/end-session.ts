import { asActor } from '#lib/core/door.ts'
import { now } from '#lib/core/clock.ts'
import { newId } from '#lib/core/id.ts'
import { asIdentity } from '#lib/core/identity-door.ts'

/** From the next request on this key opens nothing. A session that is over already stays as it is. */
export async function endSession(sessionKey: string): Promise<void> {
  await asActor({ sessionKey }, async (tx) => {
    await tx.$executeRaw`
      insert into audit_entries (id, office_id, at, staff_id, session_id, action)
      select ${newId()}::uuid, m.office_id, ${now()}, m.staff_id, m.session_id, 'session.ended' from app.me() m`
    await tx.$queryRaw`select app.sign_out()::text`
  })
}

/** Whatever this key opens, or would once a second factor is shown. */
export async function endWhole(sessionKey: string): Promise<void> {
  await endSession(sessionKey)
  await endHalfway(sessionKey)
}

/** A session that opens nothing yet. */
async function endHalfway(sessionKey: string): Promise<void> {
  await asIdentity(`update sessions set ended_at = app.now(), end_reason = 'SIGNED_OUT' where key_hash = sha256($1) and ended_at is null`, [Buffer.from(sessionKey, 'hex')])
}

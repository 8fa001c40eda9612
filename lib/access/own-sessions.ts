import { z } from 'zod'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Id, newId } from '#lib/core/id.ts'
import { now } from '#lib/core/clock.ts'
import { NotFound } from '#lib/core/refusal.ts'
import { prove } from './prove.ts'

export interface OwnSession {
  id: string
  began: Date
  seen: Date
  phone: boolean
  address: string | null
  /** The one that asks. */
  here: boolean
}

/** Where she is signed in, the latest used first. */
export async function ownSessions(tx: Tx): Promise<OwnSession[]> {
  return tx.$queryRaw<OwnSession[]>`select id, began, seen, phone, address, here from app.my_sessions() order by here desc, seen desc, id limit 50`
}

/** Minutes without a request after which a session of this office is over. */
export async function idleMinutes(tx: Tx, { officeId }: Pick<Actor, 'officeId'>): Promise<number> {
  return (await tx.office.findFirstOrThrow({ where: { id: officeId }, select: { idleMinutes: true } })).idleMinutes
}

export const EndOwnSession = z.object({ sessionId: Id })
export type EndOwnSession = z.output<typeof EndOwnSession>

/** From its next request on that browser is signed out; whoever ends it has just shown that it is she (▲). */
export async function endOwnSession(actor: Actor, { sessionId }: EndOwnSession): Promise<string> {
  await prove(actor, '')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const [ended] = await tx.$queryRaw<{ ended: boolean }[]>`select app.end_my_session(${sessionId}::uuid) as ended`
    if (!ended?.ended) throw new NotFound()
    await tx.$executeRaw`
      insert into audit_entries (id, office_id, at, staff_id, session_id, action, subject_id)
      values (${newId()}::uuid, ${officeId}::uuid, ${now()}, ${staffId}::uuid, app.actor_session(), 'session.ended-elsewhere', ${sessionId}::uuid)`
    return '/settings'
  })
}

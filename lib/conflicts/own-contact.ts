import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { audit } from '#lib/timeline/audit.ts'
import { contactOf } from './contact.ts'
import type { OwnContact } from './conflict.ts'

/** Keeps her own number and home for finding whose relative she is. Nobody reads them back; nothing given takes them away. */
export async function keepOwnContact(actor: Actor, { phone, address }: OwnContact): Promise<string> {
  must(actor, 'conflict.declare')
  const kept = contactOf(actor.officeId, { phone, address })
  return asActor(actor, async (tx) => {
    await tx.$executeRaw`select app.keep_own_contact(${kept.phone ?? ''}, ${kept.home}::bytea)`
    await audit(tx, actor, 'conflict.own-contact', {})
    return '/settings/kin'
  })
}

export interface KeptContact {
  phone: boolean
  address: boolean
  at: Date
}

/** Whether she gave them, and when. */
export async function keptContact(tx: Tx): Promise<KeptContact | null> {
  const [kept] = await tx.$queryRaw<KeptContact[]>`select phone, address, at from app.own_contact()`
  return kept ?? null
}

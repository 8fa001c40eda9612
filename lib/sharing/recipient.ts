import { insideKinds } from '#lib/agencies/agency.ts'
import type { Actor } from '#lib/core/actor.ts'
import type { Tx } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'

/** Refuses a recipient that is not of this office, works no more, or stands inside the circle and needs no consent (Act §17⑥). */
export async function refuseRecipient(tx: Tx, { officeId }: Actor, id: string): Promise<void> {
  const agency = await tx.agency.findFirst({ where: { officeId, id, endedAt: null }, select: { kind: true, isEntrusted: true } })
  if (!agency) throw new Invalid('core.refusal.foreign', 'recipientId')
  if (agency.isEntrusted || insideKinds.includes(agency.kind)) throw new Invalid('sharing.refusal.insideCircle', 'recipientId')
}

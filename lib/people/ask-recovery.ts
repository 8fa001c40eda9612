import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { audit } from '#lib/timeline/audit.ts'
import { vouchersFor } from './recovery-queries.ts'
import type { AskRecovery } from './recovery.ts'

/** An administrator says that somebody has lost her factors. Nothing changes until another answers for her. */
export async function askRecovery(actor: Actor, { staffId, reason }: AskRecovery): Promise<string> {
  must(actor, 'account.recover')
  if (staffId === actor.staffId) throw new NotAllowed('recovery.own')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const person = await tx.staff.findFirst({ where: { officeId, id: staffId, leftAt: null }, select: { id: true } })
    if (!person) throw new NotFound()
    const waiting = await tx.accountRecovery.count({ where: { officeId, staffId, answer: null } })
    if (waiting > 0) throw new NotNow('recovery.waits')
    const id = newId()
    await tx.accountRecovery.createMany({ data: [{ id, officeId, staffId, askedById: actor.staffId, askedAt: now(), reason }] })
    await audit(tx, actor, 'account.recovery-asked', { subjectId: staffId })
    for (const voucher of await vouchersFor(tx, officeId, staffId)) await tell(tx, actor, { kind: 'account.recovery', path: `/recoveries/${id}`, staffId: voucher })
    return `/recoveries/${id}`
  })
}

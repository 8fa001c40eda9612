import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { ConfirmConsent } from './consent.ts'
import { refuseBlockedGuardian } from './guardian-blocked.ts'
import { refuseObserver } from './observer.ts'

/** Somebody made sure, once more, of an answer that was given by word. */
export async function confirmConsent(actor: Actor, { consentId, how }: ConfirmConsent): Promise<string> {
  must(actor, 'consent.record')
  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.consent.findFirst({ where: { officeId, id: consentId }, select: { studentId: true, subject: true, guardianId: true } })
    if (!found) throw new NotFound()
    await refuseObserver(tx, actor, { studentId: found.studentId })
    if (found.subject === 'GUARDIAN') await refuseBlockedGuardian(tx, actor, found)
    const { count } = await tx.consent.updateMany({
      where: { officeId, id: consentId, evidenceKind: 'VERBAL', confirmedAt: null, withdrawnAt: null, supersededAt: null },
      data: { confirmedAt: now(), confirmedById: staffId, confirmedHow: how },
    })
    if (count === 0) throw new NotNow('sharing.refusal.nothingToConfirm')
    const open = await tx.case.findFirst({ where: { officeId, studentId: found.studentId, closedAt: null }, select: { id: true } })
    await audit(tx, actor, 'consent.confirmed', { caseId: open?.id ?? null, subjectId: consentId })
    return open ? `/cases/${open.id}/sharing` : `/students/${found.studentId}`
  })
}

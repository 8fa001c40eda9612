import { randomBytes, randomInt } from 'node:crypto'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import { linkDays, type EndLink, type SendLink } from './form.ts'
import { refuseBlockedGuardian } from './guardian-blocked.ts'
import { hashOf, pinHash, sealShown } from './link-secret.ts'
import { refuseObserver } from './observer.ts'

/**
 * A link to one form for one person. Its address is random and stands nowhere but as a hash; the PIN is told by another
 * way. Both are shown to the one who sends it, for ten minutes. An earlier link of the same person to this form ends.
 */
export async function sendLink(actor: Actor, { caseId, formId, to }: SendLink): Promise<string> {
  must(actor, 'consent.record')
  const token = randomBytes(32).toString('base64url')
  const pin = String(randomInt(1_000_000)).padStart(6, '0')
  const id = newId()
  const shownBox = await sealShown({ token, pin }, id)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { studentId: true, closedAt: true } })
    const form = found && (await tx.consentForm.findFirst({ where: { officeId, id: formId, studentId: found.studentId }, select: { id: true } }))
    if (!found || !form) throw new NotFound()
    if (found.closedAt) throw new NotNow('core.refusal.caseClosed')
    await refuseObserver(tx, actor, { caseId })
    const guardianId = to === 'STUDENT' ? null : to
    if (guardianId && (await tx.guardianLink.count({ where: { officeId, studentId: found.studentId, guardianId, endedAt: null } })) === 0) throw new Invalid('core.refusal.foreign', 'to')
    if (guardianId) await refuseBlockedGuardian(tx, actor, { studentId: found.studentId, guardianId })
    const at = now()
    await tx.consentLink.updateMany({ where: { officeId, formId, guardianId, usedAt: null, endedAt: null }, data: { endedAt: at } })
    await tx.consentLink.createMany({
      data: [{
        id, officeId, formId, subject: guardianId ? 'GUARDIAN' : 'STUDENT', guardianId, tokenHash: hashOf(token), pinHash: pinHash(token, pin), shownBox,
        sentById: staffId, sentAt: at, expiresAt: new Date(at.getTime() + linkDays * 86_400_000),
      }],
    })
    await audit(tx, actor, 'link.sent', { caseId, subjectId: id })
    return `/cases/${caseId}/sharing/form/${formId}?sent=${id}#links`
  })
}

/** Nobody opens it any more. */
export async function endLink(actor: Actor, { caseId, linkId }: EndLink): Promise<string> {
  must(actor, 'consent.record')
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = await tx.consentLink.findFirst({ where: { officeId, id: linkId }, select: { formId: true } })
    if (!found) throw new NotFound()
    const { count } = await tx.consentLink.updateMany({ where: { officeId, id: linkId, usedAt: null, endedAt: null }, data: { endedAt: now() } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    await audit(tx, actor, 'link.ended', { caseId, subjectId: linkId })
    return `/cases/${caseId}/sharing/form/${found.formId}#links`
  })
}

import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { EndLink, SendLink } from './form.ts'
import { refuseBlockedGuardian } from './guardian-blocked.ts'
import { keepLinks, makeLink } from './make-link.ts'
import { refuseObserver } from './observer.ts'

/** Sends a child's form to one person. An earlier link of hers to this form ends. */
export async function sendLink(actor: Actor, { caseId, formId, to }: SendLink): Promise<string> {
  must(actor, 'consent.record')
  const guardianId = to === 'STUDENT' ? null : to
  const link = await makeLink({ formId, guardianId })

  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = await tx.case.findFirst({ where: { officeId, id: caseId }, select: { studentId: true, closedAt: true } })
    const form = found && (await tx.consentForm.findFirst({ where: { officeId, id: formId, studentId: found.studentId }, select: { id: true } }))
    if (!found || !form) throw new NotFound()
    if (found.closedAt) throw new NotNow('core.refusal.caseClosed')
    await refuseObserver(tx, actor, { caseId })
    if (guardianId && (await tx.guardianLink.count({ where: { officeId, studentId: found.studentId, guardianId, endedAt: null } })) === 0) throw new Invalid('core.refusal.foreign', 'to')
    if (guardianId) await refuseBlockedGuardian(tx, actor, { studentId: found.studentId, guardianId })
    await keepLinks(tx, actor, [link])
    await audit(tx, actor, 'link.sent', { caseId, subjectId: link.id })
    return `/cases/${caseId}/sharing/form/${formId}?sent=${link.id}#links`
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

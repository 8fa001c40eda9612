import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { Invalid, NotFound, NotNow } from '#lib/core/refusal.ts'
import { audit } from '#lib/timeline/audit.ts'
import type { AddPaper } from './consent.ts'
import { refuseObserver } from './observer.ts'
import { paperFor, readyPaper, type GivenPaper } from './paper.ts'

/** Puts the signed paper to an answer that was written down before it was there. Its answer and its hash stay as they are. */
export async function addPaper(actor: Actor, { consentId, paperId }: AddPaper, given?: GivenPaper): Promise<string> {
  must(actor, 'consent.record')
  const ready = await readyPaper(given)
  return asActor(actor, async (tx) => {
    const { officeId } = actor
    const found = await tx.consentEvidence.findFirst({ where: { officeId, consentId }, select: { studentId: true, paperId: true, paper: { select: { state: true } }, consent: { select: { evidenceKind: true, formId: true } } } })
    if (!found) throw new NotFound()
    const { studentId, consent } = found
    await refuseObserver(tx, actor, { studentId })
    if (consent.evidenceKind === 'ELECTRONIC' || (found.paperId && found.paper?.state !== 'REFUSED')) throw new NotNow('sharing.refusal.paperThere')
    const paper = await paperFor(tx, actor, { studentId, formId: consent.formId, paperId }, ready)
    if (!paper) throw new Invalid('sharing.refusal.paper', 'file')
    const { count } = await tx.consentEvidence.updateMany({ where: { officeId, consentId, paperId: found.paperId }, data: { paperId: paper.id } })
    if (count === 0) throw new NotNow('core.refusal.faster')
    const open = await tx.case.findFirst({ where: { officeId, studentId, closedAt: null }, select: { id: true } })
    await audit(tx, actor, 'consent.paper', { caseId: open?.id ?? null, subjectId: consentId })
    return open ? `/cases/${open.id}/sharing` : `/students/${studentId}`
  }, { patience: 60_000 })
}

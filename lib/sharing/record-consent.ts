import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { Invalid, NotFound } from '#lib/core/refusal.ts'
import type { Answer, RecordConsent, Subject } from './consent.ts'
import { refuseBlockedGuardian } from './guardian-blocked.ts'
import { isUnder14 } from './form.ts'
import { keepEvidence } from './keep-evidence.ts'
import { refuseObserver } from './observer.ts'
import { paperFor, readyPaper, type GivenPaper } from './paper.ts'
import { consentPeriod } from './period.ts'
import { refuseRecipient } from './recipient.ts'
import { oneAtATime, tellOfConsent } from './tell.ts'

/**
 * Writes down what the student or a guardian answered about one recipient. Her newest answer counts from the day it
 * begins, and takes the place of her older ones; those stay as the record of what was allowed until then.
 */
export async function recordConsent(actor: Actor, input: RecordConsent, given?: GivenPaper): Promise<string> {
  must(actor, 'consent.record')
  const period = consentPeriod(input, now())
  if (input.state === 'GRANTED' && input.items.length === 0) throw new Invalid('core.field.chooseSome', 'items')
  const hasPaper = given !== undefined || input.paperId !== undefined
  if (input.state === 'GRANTED' && input.evidenceKind === 'PAPER' && !hasPaper) throw new Invalid('sharing.refusal.paper', 'file')
  if (input.state !== 'ASKED' && input.evidence === '' && !hasPaper) throw new Invalid('core.field.required', 'evidence')
  const ready = await readyPaper(given)

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const { studentId, subject, recipientId, purpose, state, evidenceKind, evidence } = input
    if ((await tx.student.count({ where: { officeId, id: studentId } })) === 0) throw new NotFound()
    await refuseObserver(tx, actor, { studentId })
    await refuseRecipient(tx, actor, recipientId)
    const guardianId = await guardianOf(tx, actor, input)
    await refuseUnshown(tx, actor, input)
    const form = input.formId === undefined ? null : await tx.consentForm.findFirst({ where: { officeId, id: input.formId, studentId }, select: { id: true, number: true, wording: true, language: true } })
    if (input.formId !== undefined && !form) throw new Invalid('core.refusal.foreign', 'formId')
    if (subject === 'GUARDIAN' && (state === 'ASKED' || state === 'GRANTED')) await refuseBlockedGuardian(tx, actor, { studentId, guardianId })

    await oneAtATime(tx, studentId, recipientId)
    await supersede(tx, actor, { studentId, subject, guardianId, recipientId, state }, period.validFrom)
    const paper = await paperFor(tx, actor, { studentId, formId: form?.id ?? null, paperId: input.paperId }, ready)
    const id = newId()
    const granted = state === 'GRANTED'
    const items = granted ? [...new Set(input.items)] : []
    await tx.consent.createMany({
      data: [{
        id, officeId, studentId, subject, guardianId, recipientId, purpose, items, sensitive: granted && input.sensitive === true, state,
        ...period, evidenceKind, recordedById: staffId, recordedAt: now(), verifiedHow: input.verifiedHow ?? null,
        formId: form?.id ?? null, wording: form?.wording ?? null, language: form?.language ?? null,
      }],
    })
    const said = { studentId, subject, guardianId, recipientId, purpose, items, state, sensitive: input.sensitive === true, form: form?.number ?? null, evidenceKind, evidence, witnessId: input.witnessId ?? null }
    const shown = { consentId: id, studentId, body: evidence, witnessId: evidenceKind === 'VERBAL' ? input.witnessId : undefined, paper }
    if (state !== 'ASKED' || evidence !== '' || paper) await keepEvidence(tx, actor, shown, state === 'ASKED' ? null : said)
    return tellOfConsent(tx, actor, { studentId, consentId: id }, {
      type: 'consent.recorded', data: { recipientId, subject, state, items, validUntil: period.validUntil.toISOString() },
    })
  }, { patience: 60_000 })
}

/** What shows the answer. The database says the same again (prisma/policies/235-consent-evidence.sql). */
async function refuseUnshown(tx: Tx, { officeId, staffId }: Actor, { studentId, subject, state, evidenceKind, witnessId, verifiedHow }: RecordConsent): Promise<void> {
  if (state !== 'GRANTED' && state !== 'REFUSED') return
  if (evidenceKind === 'VERBAL') {
    if (witnessId === undefined || witnessId === staffId) throw new Invalid('sharing.refusal.witness', 'witnessId')
    if ((await tx.staff.count({ where: { officeId, id: witnessId, leftAt: null } })) === 0) throw new Invalid('core.refusal.foreign', 'witnessId')
  }
  if (subject !== 'GUARDIAN' || state !== 'GRANTED' || verifiedHow !== undefined) return
  const child = await tx.student.findFirst({ where: { officeId, id: studentId }, select: { birthDate: true } })
  if (isUnder14(child?.birthDate ?? null, now())) throw new Invalid('sharing.refusal.verified', 'verifiedHow')
}

/** The guardian must be this child's, today. Whoever could not be reached need not be known. */
async function guardianOf(tx: Tx, { officeId }: Actor, { subject, guardianId, studentId, state }: RecordConsent): Promise<string | null> {
  if (subject === 'STUDENT') return null
  if (!guardianId) {
    if (state === 'UNABLE') return null
    throw new Invalid('core.field.choose', 'guardianId')
  }
  const links = await tx.guardianLink.count({ where: { officeId, studentId, guardianId, endedAt: null } })
  if (links === 0) throw new Invalid('core.refusal.foreign', 'guardianId')
  return guardianId
}

interface Given {
  studentId: string
  subject: Subject
  guardianId: string | null
  recipientId: string
  state: Answer
}

/** A yes or a no takes the place of all before it. To have asked again, or to have reached nobody, takes back nothing that was answered. */
async function supersede(tx: Tx, { officeId }: Actor, { studentId, subject, guardianId, recipientId, state }: Given, from: Date) {
  const replaced: Answer[] = state === 'ASKED' ? ['ASKED'] : state === 'UNABLE' ? ['ASKED', 'UNABLE'] : ['ASKED', 'UNABLE', 'REFUSED', 'GRANTED']
  const at = from > now() ? from : now()
  await tx.consent.updateMany({
    where: {
      officeId, studentId, subject, recipientId, state: { in: replaced },
      AND: [
        { OR: [{ supersededAt: null }, { supersededAt: { gt: at } }] },
        // Where nobody of the guardians was reached before, any of them answers in that place.
        { OR: [{ guardianId }, { guardianId: null }] },
      ],
    },
    data: { supersededAt: at },
  })
}

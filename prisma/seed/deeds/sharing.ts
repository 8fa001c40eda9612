import { now } from '#lib/core/clock.ts'
import { RecordBasis, type BasisKind } from '#lib/sharing/basis.ts'
import { blockGuardian } from '#lib/sharing/block-guardian.ts'
import { RecordConsent, type Answer, type Subject } from '#lib/sharing/consent.ts'
import type { BlockCode } from '#lib/sharing/guardian-block.ts'
import { recordBasis } from '#lib/sharing/record-basis.ts'
import { recordConsent } from '#lib/sharing/record-consent.ts'
import { withdrawConsent } from '#lib/sharing/withdraw-consent.ts'
import type { Domain } from '#lib/timeline/layers.ts'
import { signedPaper } from '../paper.ts'
import type { Deed } from '../story.ts'

interface Asking {
  to: string
  items: Domain[]
  sensitive?: boolean
  purpose: string
  until: string
  kind?: 'PAPER' | 'VERBAL'
  /** Who heard it too. */
  witness?: string
  evidence: string
}

/** What the student answered, or her guardian. On paper it comes with a photograph of it, or with the sheet that is there already. */
export const answers = (child: string, subject: Subject, { to, sensitive, until, kind = 'PAPER', state = 'GRANTED', witness, ...rest }: Asking & { state?: Answer; paperId?: string }): Deed<string> => async (scene) =>
  recordConsent(scene.actor, RecordConsent.parse({
    studentId: scene.child(child), subject, guardianId: subject === 'GUARDIAN' ? scene.guardian(child) : undefined, recipientId: scene.agency(to),
    sensitive: sensitive ? 'on' : undefined, state, validUntil: scene.calendar.due(until, now()).day, evidenceKind: kind, ...rest,
    ...(subject === 'GUARDIAN' && state === 'GRANTED' ? { verifiedHow: 'IN_PERSON' } : {}), ...(witness ? { witnessId: scene.person(witness) } : {}),
  }), kind === 'PAPER' && state === 'GRANTED' && rest.paperId === undefined ? await signedPaper() : undefined)

/** Both agree, as the Act asks: the student and a guardian, who sign on the same sheet. */
export const bothAgree = (child: string, asking: Asking): Deed<string> => async (scene) => {
  await answers(child, 'STUDENT', asking)(scene)
  if (asking.kind === 'VERBAL') return answers(child, 'GUARDIAN', asking)(scene)
  const paperId = await scene.value('select e.paper_id as value from consent_evidence e join consents k on k.office_id = e.office_id and k.id = e.consent_id where k.student_id = $1 and k.recipient_id = $2 order by k.recorded_at desc, k.id desc limit 1', [scene.child(child), scene.agency(asking.to)])
  return answers(child, 'GUARDIAN', { ...asking, paperId })(scene)
}

export const takeBackConsent = (child: string, subject: Subject, to: string): Deed<string> => async (scene) =>
  withdrawConsent(scene.actor, {
    consentId: await scene.value(
      `select id as value from consents where student_id = $1 and subject = $2 and recipient_id = $3 and state = 'GRANTED' and withdrawn_at is null and superseded_at is null`,
      [scene.child(child), subject, scene.agency(to)],
    ),
    how: 'COUNTER',
  })

interface Ground {
  to: string
  kind: BasisKind
  reason: string
  items: Domain[]
  sensitive?: boolean
  until: string
}

export const lawfully = (caseId: string, { to, sensitive, until, ...rest }: Ground): Deed<string> => (scene) =>
  recordBasis(scene.actor, RecordBasis.parse({ caseId, recipientId: scene.agency(to), sensitive: sensitive ? 'on' : undefined, validUntil: scene.calendar.due(until, now()).day, ...rest }))

/** The child's guardian is not told. */
export const quiet = (caseId: string, child: string, code: BlockCode, reason: string): Deed<string> => (scene) =>
  blockGuardian(scene.actor, { caseId, guardianIds: [scene.guardian(child)], code, reason })

import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import type { Tx } from '#lib/core/door.ts'
import { newId } from '#lib/core/id.ts'
import { NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { dueBy } from './due.ts'
import { obstacle } from './obstacle.ts'
import { isOpen, moveOf, type MoveName, type NextAction, type Urgency } from './referral.ts'

const columns = {
  id: true, number: true, kind: true, state: true, urgency: true, schoolId: true, studentId: true, describedChild: true, applicantId: true,
  responsibleAgencyId: true, inChargeId: true, concerns: true, sentence: true, wishes: true, version: true,
} as const

/** The referral as its verbs see it; what the actor may not see does not exist. */
export async function referralFor(tx: Tx, { officeId }: Actor, id: string) {
  const referral = await tx.referral.findFirst({ where: { officeId, id }, select: columns })
  if (!referral) throw new NotFound()
  return referral
}
export type ReferralRow = Awaited<ReturnType<typeof referralFor>>

interface Change {
  /** What the page showed; a later version means that somebody was faster. */
  version?: number | undefined
  /** What comes next, while it stays open. Its clock starts now. */
  next?: NextAction
  urgency?: Urgency
  set?: { inChargeId?: string | null; responsibleAgencyId?: string; attachedCaseId?: string; convertedToId?: string; question?: string; answer?: string | null }
  decision?: { reasonCode?: string; reason?: string; fallback?: string }
}

/** Moves by compare-and-set and writes down the step: of two who press at once, one wins and the other is told. */
export async function moveReferral(tx: Tx, actor: Actor, name: MoveName, referral: ReferralRow, change: Change): Promise<void> {
  const reason = obstacle(name, referral, actor)
  if (reason === 'notApplicant' || reason === 'elsewhere') throw new NotAllowed(`referrals.obstacle.${reason}`)
  if (reason === 'state') throw await fasterThan(tx, actor, referral.id)
  if (reason) throw new NotNow(`referrals.obstacle.${reason}`)

  const { to, from } = moveOf(name)
  const urgency = change.urgency ?? referral.urgency
  const next = change.next && { nextAction: change.next, dueAt: dueBy(change.next, urgency, now()) }
  const { count } = await tx.referral.updateMany({
    where: { officeId: actor.officeId, id: referral.id, state: { in: [...from] }, version: change.version ?? referral.version },
    data: { state: to, urgency, version: { increment: 1 }, ...change.set, ...(isOpen(to) ? next : { nextAction: null, dueAt: null }) },
  })
  if (count === 0) throw await fasterThan(tx, actor, referral.id)

  await tx.referralDecision.createMany({
    data: [{ id: newId(), officeId: actor.officeId, referralId: referral.id, move: name, byId: actor.staffId, at: now(), ...change.decision }],
  })
}

/** Who it was, when that can be said. */
async function fasterThan(tx: Tx, actor: Actor, referralId: string): Promise<NotNow> {
  const last = await tx.referralDecision.findFirst({
    where: { officeId: actor.officeId, referralId },
    select: { byId: true, by: { select: { name: true, nameEn: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  if (!last || last.byId === actor.staffId) return new NotNow('core.refusal.notNow')
  return new NotNow('referrals.refusal.faster', { name: actor.locale === 'en' ? (last.by.nameEn ?? last.by.name) : last.by.name })
}

import { may, must } from '#lib/access/policy.ts'
import { giveLead } from '#lib/cases/change-lead.ts'
import { letIn, mayTake } from '#lib/cases/let-in.ts'
import { changeCase, openCaseOf } from '#lib/cases/move-case.ts'
import { tellTeam } from '#lib/cases/tell-team.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Invalid, NotAllowed, NotFound, NotNow } from '#lib/core/refusal.ts'
import { assignTo } from '#lib/interventions/assign-intervention.ts'
import { interventionFor } from '#lib/interventions/move-intervention.ts'
import { isOpen } from '#lib/interventions/intervention.ts'
import { audit } from '#lib/timeline/audit.ts'
import { record } from '#lib/timeline/record.ts'
import { handedBy, type HandOver, type WorkKind } from './leaving.ts'
import { heirsOf } from './queries.ts'

/**
 * Gives what somebody leaves behind to a colleague, each by its own rules. What she may not take (a relative, no ground) or
 * what has moved on meanwhile stays where it is and shows so; when nothing can go to her, that is said.
 */
export async function handOver(actor: Actor, { staffId, kind, toId, items }: HandOver): Promise<string> {
  must(actor, 'people.hand')
  must(actor, handedBy[kind])
  return asActor(actor, async (tx) => {
    const [charge] = await tx.$queryRaw<{ mine: boolean }[]>`select app.in_my_charge(${staffId}::uuid) as mine`
    if (!charge?.mine) throw new NotFound()
    if (!(await heirsOf(tx, actor, staffId)).some(({ id }) => id === toId)) throw new Invalid('core.refusal.foreign', 'toId')
    let handed = 0
    for (const id of new Set(items)) if (await hands[kind](tx, actor, { id, staffId, toId })) handed++
    if (handed === 0) throw new NotNow('colleagues.refusal.noneHanded')
    await audit(tx, actor, 'account.handed', { subjectId: staffId })
    return `/people/${staffId}/leave`
  })
}

/** What the reader may hand on at all. */
export const mayHand = (actor: Pick<Actor, 'role'>, kind: WorkKind): boolean => may(actor, 'people.hand') && may(actor, handedBy[kind])

type One = { id: string; staffId: string; toId: string }
type Hand = (tx: Tx, actor: Actor, one: One) => Promise<boolean>

const hands: Record<WorkKind, Hand> = {
  async LEADS(tx, actor, { id, staffId, toId }) {
    const found = await openCaseOf(tx, actor, id)
    if (found.leadId !== staffId || !(await mayTake(tx, actor, id, toId))) return false
    await giveLead(tx, actor, found, toId)
    return true
  },

  async TURNS(tx, actor, { id, staffId, toId }) {
    const found = await openCaseOf(tx, actor, id)
    if (found.waitingStaffId !== staffId || !(await mayTake(tx, actor, id, toId))) return false
    await joined(tx, actor, id, toId, 'MEMBER')
    await changeCase(tx, actor, found, { waitingStaffId: toId })
    const due = await tx.case.findFirst({ where: { officeId: actor.officeId, id }, select: { dueAt: true } })
    await record(tx, actor, { type: 'case.turned', caseId: id, data: { dueAt: (due?.dueAt ?? now()).toISOString(), waitingOn: 'STAFF' } })
    return true
  },

  async SUPPORTS(tx, actor, { id, staffId, toId }) {
    const found = await interventionFor(tx, actor, id)
    if (found.staffId !== staffId || !isOpen(found.state)) return false
    const [taker] = await tx.$queryRaw<{ reason: string | null; conflicted: boolean }[]>`select reason, conflicted from app.taker_of(${id}::uuid, ${toId}::uuid)`
    if (!taker?.reason || taker.conflicted) return false
    await assignTo(tx, actor, found, toId)
    return true
  },

  async REFERRALS(tx, actor, { id, staffId, toId }) {
    const { officeId } = actor
    const heir = await tx.staff.findFirst({ where: { officeId, id: toId, role: { in: ['SCHOOL_LEAD', 'COORDINATOR', 'OFFICE_LEAD'] } }, select: { agencyId: true } })
    const found = await tx.referral.findFirst({ where: { officeId, id, inChargeId: staffId }, select: { version: true, responsibleAgencyId: true } })
    if (!heir || found?.responsibleAgencyId !== heir.agencyId) return false
    const [kin] = await tx.$queryRaw<{ found: boolean }[]>`select app.referral_conflict(${id}::uuid, ${toId}::uuid) as found`
    if (kin?.found) return false
    const { count } = await tx.referral.updateMany({ where: { officeId, id, inChargeId: staffId, version: found.version }, data: { inChargeId: toId, version: { increment: 1 } } })
    if (count > 0) await audit(tx, actor, 'referral.assigned', { subjectId: id })
    return count > 0
  },

  async TEAMS(tx, actor, { id, staffId, toId }) {
    const { officeId } = actor
    const found = await openCaseOf(tx, actor, id)
    const part = await tx.caseMember.findFirst({ where: { officeId, caseId: id, staffId, endedAt: null }, select: { relation: true } })
    if (!part) return false
    if (part.relation === 'LEAD') throw new NotAllowed('cases.refusal.leadStays')
    if (!(await mayTake(tx, actor, id, toId))) return false
    await joined(tx, actor, id, toId, part.relation)
    if (found.waitingStaffId === staffId) await changeCase(tx, actor, found, { waitingStaffId: toId })
    await record(tx, actor, { type: 'case.member-left', caseId: id, data: { staffId } })
    await tx.caseMember.updateMany({ where: { officeId, caseId: id, staffId, endedAt: null }, data: { endedAt: now(), endReason: 'HANDED_ON' } })
    return true
  },
}

/** Lets the heir in, unless she is there already. */
async function joined(tx: Tx, actor: Actor, caseId: string, staffId: string, relation: 'CO_LEAD' | 'MEMBER' | 'OBSERVER') {
  if ((await tx.caseMember.count({ where: { officeId: actor.officeId, caseId, staffId, endedAt: null } })) > 0) return
  await letIn(tx, actor, caseId, { staffId, relation, field: 'toId' })
  await record(tx, actor, { type: 'case.member-added', caseId, data: { staffId, relation } })
  await tellTeam(tx, actor, caseId, [staffId])
}

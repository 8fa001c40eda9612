import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { ChosenId, Id, newId } from '#lib/core/id.ts'
import { Many, Text, Version } from '#lib/core/input.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { letIn, workingStaff } from './let-in.ts'
import { caseOf, changeCase } from './move-case.ts'
import { tellTeam } from './tell-team.ts'
import { turnFields, turnOf } from './turn.ts'

export const ReopenCase = z.object({
  caseId: Id,
  version: Version,
  reason: Text(2000),
  leadId: ChosenId,
  memberIds: Many(Id),
  ...turnFields,
})
export type ReopenCase = z.output<typeof ReopenCase>

/** Takes a closed case up again: with a lead, a next step and a team made anew. Nobody comes back by herself. */
export async function reopenCase(actor: Actor, { caseId, version, reason, leadId, memberIds, ...input }: ReopenCase): Promise<string> {
  must(actor, 'case.reopen')

  return asActor(actor, async (tx) => {
    const { officeId, staffId } = actor
    const found = await caseOf(tx, actor, caseId)
    if (!found.closedAt) throw new NotNow('cases.refusal.notClosed')
    const other = await tx.case.findFirst({ where: { officeId, studentId: found.studentId, closedAt: null }, select: { number: true } })
    if (other) throw new NotNow('cases.refusal.alreadyOpen', { number: other.number })

    const lead = await workingStaff(tx, actor, leadId, 'leadId')
    const turn = await turnOf(tx, actor, input)
    await changeCase(tx, actor, { id: caseId, version }, { closedAt: null, leadId, leadAgencyId: lead.agencyId, ...turn })
    await letIn(tx, actor, caseId, { staffId: leadId, relation: 'LEAD', field: 'leadId' })
    for (const memberId of new Set(memberIds)) {
      if (memberId !== leadId) await letIn(tx, actor, caseId, { staffId: memberId, relation: 'MEMBER', field: 'memberIds' })
    }
    await tx.reopening.createMany({ data: [{ id: newId(), officeId, caseId, reason, byId: staffId, at: now() }] })
    await record(tx, actor, { type: 'case.reopened', caseId, layer: 'EXISTENCE', data: {} })
    await tellTeam(tx, actor, caseId, [leadId, ...memberIds])
    return `/cases/${caseId}`
  })
}

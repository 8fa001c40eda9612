import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor } from '#lib/core/door.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { letIn } from './let-in.ts'
import { openCaseOf } from './move-case.ts'
import { refuseObserver } from './part.ts'
import { tellTeam } from './tell-team.ts'

export const AddMember = z.object({
  caseId: Id,
  staffId: ChosenId,
  relation: z.enum(['CO_LEAD', 'MEMBER', 'OBSERVER'], 'core.field.choose'),
})
export type AddMember = z.output<typeof AddMember>

/** Lets a person into the team. Outside the circle that takes a consent or another law that counts today. */
export async function addMember(actor: Actor, { caseId, staffId, relation }: AddMember): Promise<string> {
  must(actor, 'case.member')

  return asActor(actor, async (tx) => {
    await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    const already = await tx.caseMember.count({ where: { officeId: actor.officeId, caseId, staffId, endedAt: null } })
    if (already > 0) throw new Invalid('cases.refusal.alreadyMember', 'staffId')
    await letIn(tx, actor, caseId, { staffId, relation, field: 'staffId' })
    await record(tx, actor, { type: 'case.member-added', caseId, data: { staffId, relation } })
    await tellTeam(tx, actor, caseId, [staffId])
    return `/cases/${caseId}/members`
  })
}

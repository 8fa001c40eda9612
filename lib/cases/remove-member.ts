import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor } from '#lib/core/door.ts'
import { Id } from '#lib/core/id.ts'
import { NotNow } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { changeCase, openCaseOf } from './move-case.ts'
import { refuseObserver } from './part.ts'

export const RemoveMember = z.object({ caseId: Id, staffId: Id })
export type RemoveMember = z.output<typeof RemoveMember>

/** Ends a membership; the row stays as the record of who could see the case, and until when. Never the lead's. */
export async function removeMember(actor: Actor, { caseId, staffId }: RemoveMember): Promise<string> {
  must(actor, 'case.member')

  return asActor(actor, async (tx) => {
    const found = await openCaseOf(tx, actor, caseId)
    await refuseObserver(tx, actor, caseId)
    if (found.leadId === staffId) throw new NotNow('cases.refusal.leadStays')
    // Written while the actor can still see the case: the one who leaves may be herself.
    await record(tx, actor, { type: 'case.member-left', caseId, data: { staffId } })
    if (found.waitingStaffId === staffId) await changeCase(tx, actor, found, { waitingStaffId: found.leadId })
    const { count } = await tx.caseMember.updateMany({
      where: { officeId: actor.officeId, caseId, staffId, endedAt: null },
      data: { endedAt: now(), endReason: 'REMOVED' },
    })
    if (count === 0) throw new NotNow('core.refusal.faster')
    return staffId === actor.staffId ? '/cases' : `/cases/${caseId}/members`
  })
}

import { z } from 'zod'
import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { ChosenId, Id } from '#lib/core/id.ts'
import { Ticked, Version } from '#lib/core/input.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { record } from '#lib/timeline/record.ts'
import { letIn } from './let-in.ts'
import { changeCase, openCaseOf } from './move-case.ts'
import { tellTeam } from './tell-team.ts'

export const ChangeLead = z.object({
  caseId: Id,
  version: Version,
  leadId: ChosenId,
  /** The former lead goes on working on the case. */
  formerStays: Ticked.optional(),
})
export type ChangeLead = z.output<typeof ChangeLead>

/** Hands a case to another lead in one breath: there is no moment with two or with none. */
export async function changeLead(actor: Actor, { caseId, version, leadId, formerStays }: ChangeLead): Promise<string> {
  must(actor, 'case.lead')

  return asActor(actor, async (tx) => {
    const found = await openCaseOf(tx, actor, caseId)
    await giveLead(tx, actor, { ...found, version }, leadId, formerStays)
    return `/cases/${caseId}`
  })
}

interface Led {
  id: string
  version: number
  leadId: string | null
  waitingStaffId: string | null
}

/** The same within a transaction: of a case as it was seen. */
export async function giveLead(tx: Tx, actor: Actor, found: Led, leadId: string, formerStays = false): Promise<void> {
  const { officeId } = actor
  const { id: caseId, version, leadId: formerId } = found
  if (!formerId || formerId === leadId) throw new Invalid('cases.refusal.sameLead', 'leadId')

  const ending = { endedAt: now() }
  await tx.caseMember.updateMany({ where: { officeId, caseId, staffId: formerId, endedAt: null }, data: { ...ending, endReason: 'LEAD_HANDED_ON' } })
  await tx.caseMember.updateMany({ where: { officeId, caseId, staffId: leadId, endedAt: null }, data: { ...ending, endReason: 'BECAME_LEAD' } })
  const leadAgencyId = await letIn(tx, actor, caseId, { staffId: leadId, relation: 'LEAD', field: 'leadId' })
  if (formerStays) await letIn(tx, actor, caseId, { staffId: formerId, relation: 'MEMBER', field: 'formerStays' })

  // What waited for the former lead waits for the new one.
  const turn = found.waitingStaffId === formerId ? { waitingStaffId: leadId } : {}
  await changeCase(tx, actor, { id: caseId, version }, { leadId, leadAgencyId, ...turn })
  await record(tx, actor, { type: 'case.lead-changed', caseId, data: { fromId: formerId, toId: leadId } })
  await tellTeam(tx, actor, caseId, [leadId])
}

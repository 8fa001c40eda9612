import { must } from '#lib/access/policy.ts'
import type { Actor } from '#lib/core/actor.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import type { AssignIntervention } from './inputs.ts'
import { letTakerIn } from './let-taker-in.ts'
import { interventionFor, moveIntervention, type InterventionRow } from './move-intervention.ts'

/** Says who of the agency it is. Before the answer that lets nobody into the case; afterwards whoever gives the help sees it. */
export async function assignIntervention(actor: Actor, { interventionId, version, staffId }: AssignIntervention): Promise<string> {
  must(actor, 'intervention.answer')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    await assignTo(tx, actor, found, staffId, version)
    return `/interventions/${interventionId}`
  })
}

/** The same within a transaction: of a piece of help as it was seen. */
export async function assignTo(tx: Tx, actor: Actor, found: InterventionRow, staffId: string, version: number | undefined = found.version): Promise<void> {
  const { id: interventionId, caseId, domain, serviceCode } = found
  if (found.staffId === staffId) throw new Invalid('interventions.refusal.samePerson', 'staffId')
  await refuseOutsider(tx, actor, found, staffId)
  await moveIntervention(tx, actor, 'assign', found, { version, set: { staffId } })
  if (found.state !== 'PROPOSED') await letTakerIn(tx, actor, found, staffId, 'staffId')
  await record(tx, actor, { type: 'intervention.assigned', caseId, domain, data: { interventionId, serviceCode, staffId } })
  await tell(tx, actor, { kind: 'intervention.assigned', path: `/interventions/${interventionId}`, staffId })
}

async function refuseOutsider(tx: Tx, { officeId }: Actor, { agencyId }: InterventionRow, id: string) {
  const found = await tx.staff.count({ where: { officeId, id, agencyId, leftAt: null, role: { notIn: ['ADMIN', 'PRIVACY_OFFICER', 'STATISTICS_VIEWER'] } } })
  if (found === 0) throw new Invalid('interventions.refusal.notOfAgency', 'staffId')
}

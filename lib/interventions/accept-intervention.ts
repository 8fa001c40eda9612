import { must } from '#lib/access/policy.ts'
import { refuseRegistrationNumber } from '#lib/cases/note.ts'
import type { Actor } from '#lib/core/actor.ts'
import { now } from '#lib/core/clock.ts'
import { asActor, type Tx } from '#lib/core/door.ts'
import { Invalid } from '#lib/core/refusal.ts'
import { tell } from '#lib/notices/tell.ts'
import { record } from '#lib/timeline/record.ts'
import { asDate, asDay } from './days.ts'
import { startDue } from './due.ts'
import type { AcceptIntervention } from './inputs.ts'
import { letTakerIn, seesAnyway } from './let-taker-in.ts'
import { interventionFor, moveIntervention, type InterventionRow } from './move-intervention.ts'

/** An agency takes it on: from now on whoever gives the help sees the case, as far as today's ground reaches. */
export async function acceptIntervention(actor: Actor, { interventionId, ...input }: AcceptIntervention): Promise<string> {
  must(actor, 'intervention.answer')
  refuseRegistrationNumber(input.answer, 'answer')

  return asActor(actor, async (tx) => {
    const found = await interventionFor(tx, actor, interventionId)
    await takeOn(tx, actor, found, input)
    await tell(tx, actor, { kind: 'intervention.answered', path: `/interventions/${interventionId}`, staffId: found.proposerId })
    return `/interventions/${interventionId}`
  })
}

/** The same within another deed's transaction. */
export async function takeOn(tx: Tx, actor: Actor, found: InterventionRow, { version, staffId, startsOn, answer }: Omit<AcceptIntervention, 'interventionId'>): Promise<void> {
  const { id, caseId, domain, serviceCode, agencyId } = found
  const starts = startsOn ?? asDay(found.startsOn)
  if (found.endsOn && starts > asDay(found.endsOn)) throw new Invalid('core.field.order', 'startsOn')
  const ours = agencyId === actor.agencyId
  // Noted by the office for an agency that answered by telephone: whom it was addressed to, or still nobody by name.
  const takerId = staffId ?? (ours ? actor.staffId : found.staffId)

  await moveIntervention(tx, actor, 'accept', found, {
    version, set: { staffId: takerId, startsOn: asDate(starts), dueAt: startDue(starts, now()), answeredAt: now(), answer },
  })
  if (ours && (takerId === actor.staffId || !seesAnyway(actor))) await letTakerIn(tx, actor, found, actor.staffId)
  if (takerId && takerId !== actor.staffId) await letTakerIn(tx, actor, found, takerId, 'staffId')

  await record(tx, actor, { type: 'intervention.accepted', caseId, domain, data: { interventionId: id, serviceCode, startsOn: starts } })
  if (!takerId || takerId === actor.staffId) return
  await record(tx, actor, { type: 'intervention.assigned', caseId, domain, data: { interventionId: id, serviceCode, staffId: takerId } })
  await tell(tx, actor, { kind: 'intervention.assigned', path: `/interventions/${id}`, staffId: takerId })
}
